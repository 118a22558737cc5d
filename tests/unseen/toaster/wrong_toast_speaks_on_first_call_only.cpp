// Wrong: the bread speaks on its first call only (a static flag); from the second call on it is silent.
// Loses: toast-says
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <mutex>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    static std::once_flag in, out;
    std::call_once(in, [] { std::cout << "Bread: in the toaster\n"; });
    co_await aio::sleep(2s);
    std::call_once(out, [] { std::cout << "Bread: ready\n"; });
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
}

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
