// Right: two workers in a task group take the orders from a queue that is shut down once they are all in it.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

enum class Order { bread, coffee };

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

static aio::Coroutine<> worker(aio::Queue<Order>& orders) {
    while (true) {
        Order next{};
        try {
            next = co_await orders.get();
        } catch (const aio::QueueShutDown&) {
            co_return;
        }
        if (next == Order::bread)
            co_await toast_bread();
        else
            co_await brew_coffee();
    }
}

static aio::Coroutine<> serve(int workers) {
    aio::Queue<Order> orders;
    orders.put_nowait(Order::bread);
    orders.put_nowait(Order::coffee);
    orders.shutdown();
    co_await aio::task_group([&orders, workers](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (int i = 0; i < workers; ++i) group.create_task(worker(orders));
        co_return;
    });
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await serve(1);
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await serve(2);
    measured.together = aio::now() - start;
    co_return measured;
}
