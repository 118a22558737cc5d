// Fault: The first half makes coffee twice and no bread; a shared helper does the work of both machines.
// Loses: one-after-the-other

#include "exercises/toaster/toaster.hpp"

#include <cstdio>
#include <string>

using namespace std::chrono_literals;

aio::Coroutine<> use(std::string machine) {
    std::printf("%s: on\n", machine.c_str());
    co_await aio::sleep(2s);
    std::printf("%s: off\n", machine.c_str());
}

aio::Coroutine<> toast_bread() { return use("toaster"); }
aio::Coroutine<> brew_coffee() { return use("coffee pot"); }

aio::Coroutine<Breakfast> breakfast() {
    auto a = aio::now();
    co_await brew_coffee();
    co_await brew_coffee();
    auto b = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    auto c = aio::now();
    co_return Breakfast{b - a, c - b};
}
