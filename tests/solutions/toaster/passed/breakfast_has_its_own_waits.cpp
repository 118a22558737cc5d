// Right: breakfast does not call the two functions at all but makes everything with a helper of its own.
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
}

static aio::Coroutine<> cook(std::string what) {
    std::cout << what << " begins\n";
    co_await aio::sleep(1500ms);
    co_await aio::sleep(500ms);
    std::cout << what << " ends\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await cook("bread");
    co_await cook("coffee");
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(cook("bread"), cook("coffee"));
    measured.together = aio::now() - start;
    co_return measured;
}
