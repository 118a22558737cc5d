// Fault: Who is done puts a name into a queue, and breakfast takes two names out of it; cancelled meanwhile, it does not stop what it has started.
// Loses: stops-when-cancelled

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <memory>
#include <string>

using namespace std::chrono_literals;
using Table = std::shared_ptr<aio::Queue<std::string>>;

aio::Coroutine<> toast_bread() {
    std::cerr << "[bread] in";
    co_await aio::sleep(2000ms);
    std::cerr << "[bread] out";
}

aio::Coroutine<> brew_coffee() {
    std::cerr << "[coffee] on";
    co_await aio::sleep(2000ms);
    std::cerr << "[coffee] off";
}

aio::Coroutine<> bread_to(Table table) {
    co_await toast_bread();
    table->put_nowait("bread");
}

aio::Coroutine<> coffee_to(Table table) {
    co_await brew_coffee();
    table->put_nowait("coffee");
}

aio::Coroutine<Breakfast> breakfast() {
    Table table = std::make_shared<aio::Queue<std::string>>();
    Breakfast result;

    aio::Duration start = aio::now();
    co_await bread_to(table);
    co_await coffee_to(table);
    result.one_after_the_other = aio::now() - start;
    while (!table->empty()) table->get_nowait();

    start = aio::now();
    auto one = aio::create_task(coffee_to(table), "coffee");
    auto two = aio::create_task(bread_to(table), "bread");
    std::string served = co_await table->get();
    served += " and ";
    served += co_await table->get();
    result.together = aio::now() - start;
    std::cerr << served << " are served\n";
    co_return result;
}
