// Right: a condition counts what stands on the table; the body of the group waits until both are there.
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

struct Table {
    aio::Condition changed;
    int things = 0;
};

static aio::Coroutine<> put_on(Table& table, bool coffee) {
    if (coffee)
        co_await brew_coffee();
    else
        co_await toast_bread();
    auto guard = co_await table.changed.acquire();
    ++table.things;
    table.changed.notify_all();
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    Table table;
    start = aio::now();
    co_await aio::task_group([&table](aio::TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(put_on(table, false));
        group.create_task(put_on(table, true));
        auto guard = co_await table.changed.acquire();
        co_await table.changed.wait_for([&table] { return table.things == 2; });
    });
    measured.together = aio::now() - start;
    co_return measured;
}
