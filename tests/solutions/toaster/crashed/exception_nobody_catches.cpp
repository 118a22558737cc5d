// Fault: Both begin with a check that throws, and nobody catches the exception.
// Loses: everything

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <stdexcept>
#include <string>

using namespace std::chrono_literals;

bool power_is_on = false;

void check_power(const std::string& machine) {
    if (!power_is_on) {
        throw std::runtime_error(machine + " has no power");
    }
}

aio::Coroutine<> toast_bread() {
    check_power("the toaster");
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    check_power("the coffee pot");
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
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
