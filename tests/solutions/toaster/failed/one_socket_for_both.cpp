// Fault: Both machines hold the same lock while they wait, so that they never run together.
// Loses: together

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <memory>

using namespace std::chrono_literals;

using Socket = std::shared_ptr<aio::Lock>;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
}

aio::Coroutine<> plugged_in(Socket socket, aio::Coroutine<> machine) {
    auto guard = co_await socket->acquire();
    co_await machine;
}

aio::Coroutine<Breakfast> breakfast() {
    Socket socket = std::make_shared<aio::Lock>();
    Breakfast measured;
    auto start = aio::now();
    co_await plugged_in(socket, toast_bread());
    co_await plugged_in(socket, brew_coffee());
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(plugged_in(socket, toast_bread()), plugged_in(socket, brew_coffee()));
    measured.together = aio::now() - start;
    co_return measured;
}
