// Right: one helper with its text by value makes both; the second half is a vector given to gather.
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

static aio::Coroutine<> make(std::string what, std::string where, aio::Duration how_long) {
    std::cout << what << ": " << where << "\n";
    co_await aio::sleep(how_long);
    std::cout << what << ": ready\n";
}

aio::Coroutine<> toast_bread() { return make("Bread", "in the toaster", 2s); }
aio::Coroutine<> brew_coffee() { return make("Coffee", "in the pot", 2s); }

aio::Coroutine<Breakfast> breakfast() {
    Breakfast b;
    auto t = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    b.one_after_the_other = aio::now() - t;

    std::vector<aio::Coroutine<>> things;
    things.push_back(toast_bread());
    things.push_back(brew_coffee());
    t = aio::now();
    co_await aio::gather(std::move(things));
    b.together = aio::now() - t;
    co_return b;
}
