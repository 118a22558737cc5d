// Right: a guard object cancels its task when the block is left before the task has ended.
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <utility>

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

struct Supervised {
    explicit Supervised(aio::Coroutine<> work) : task(aio::create_task(std::move(work))) {}
    ~Supervised() {
        if (!task.done()) task.cancel();
    }
    Supervised(const Supervised&) = delete;
    Supervised& operator=(const Supervised&) = delete;

    aio::Task<> task;
};

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    {
        Supervised coffee(brew_coffee());
        co_await toast_bread();  // the bread in this very task
        co_await coffee.task;
    }
    measured.together = aio::now() - start;
    co_return measured;
}
