// Wrong: one worker takes both orders from the queue, also in the second half.
// Loses: together
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <functional>

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

using Job = std::function<aio::Coroutine<>()>;

aio::Coroutine<> cook(aio::Queue<Job>& queue) {
    while (!queue.empty()) {
        Job job = co_await queue.get();
        co_await job();
    }
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    aio::Queue<Job> queue;

    auto start = aio::now();
    queue.put_nowait(toast_bread);
    queue.put_nowait(brew_coffee);
    co_await cook(queue);
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    queue.put_nowait(toast_bread);
    queue.put_nowait(brew_coffee);
    co_await aio::gather(cook(queue));
    measured.together = aio::now() - start;
    co_return measured;
}
