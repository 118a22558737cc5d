// Wrong: the table of texts has an empty string where the coffee's last words should stand.
// Loses: coffee-says
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

struct Words {
    const char* begin;
    const char* end;
};

constexpr Words words[] = {
    {"Bread: in the toaster\n", "Bread: ready\n"},
    {"Coffee: in the pot\n", ""},
};

aio::Coroutine<> prepare(int which) {
    std::cout << words[which].begin << std::flush;
    co_await aio::sleep(2s);
    std::cout << words[which].end << std::flush;
}

aio::Coroutine<> toast_bread() { co_await prepare(0); }
aio::Coroutine<> brew_coffee() { co_await prepare(1); }

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
