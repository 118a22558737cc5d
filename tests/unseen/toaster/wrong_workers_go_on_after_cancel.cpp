// Wrong: two workers made with create_task finish what they have in hand when breakfast is cancelled while it joins the queue.
// Loses: stops-when-cancelled
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <memory>

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

using Orders = std::shared_ptr<aio::Queue<int>>;

static aio::Coroutine<> cook(Orders orders) {
    while (!orders->empty()) {
        const int order = co_await orders->get();
        if (order == 1)
            co_await toast_bread();
        else
            co_await brew_coffee();
        orders->task_done();
    }
}

static aio::Coroutine<aio::Duration> serve(int cooks) {
    Orders orders = std::make_shared<aio::Queue<int>>();
    orders->put_nowait(1);
    orders->put_nowait(2);
    const auto start = aio::now();
    for (int i = 0; i < cooks; ++i) aio::create_task(cook(orders));
    co_await orders->join();
    co_return aio::now() - start;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    measured.one_after_the_other = co_await serve(1);
    measured.together = co_await serve(2);
    co_return measured;
}
