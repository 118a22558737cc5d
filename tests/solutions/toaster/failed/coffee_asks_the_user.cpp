// Fault: The coffee asks at the keyboard whether anybody wants some; the loop waits for the answer.
// Loses: coffee-waits

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::string answer;
    std::cout << "Coffee? (y/n) ";
    std::getline(std::cin, answer);
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = std::chrono::steady_clock::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = std::chrono::steady_clock::now() - start;

    start = std::chrono::steady_clock::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = std::chrono::steady_clock::now() - start;
    co_return measured;
}
