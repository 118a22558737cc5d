// Right: in the second half both meet at a barrier of two before they begin.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

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

aio::Coroutine<> on_your_marks(aio::Barrier& line, aio::Coroutine<> job) {
    co_await line.wait();
    co_await job;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    aio::Barrier line(2);
    start = aio::now();
    co_await aio::gather(on_your_marks(line, toast_bread()), on_your_marks(line, brew_coffee()));
    measured.together = aio::now() - start;
    co_return measured;
}
