// Fault: The coffee takes its last message from past the end of a vector.
// Loses: coffee-waits, coffee-says, one-after-the-other, together, durations-measured

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    const std::vector<std::string> messages = {"coffee on", "coffee ready"};
    std::cout << messages[0] << std::endl;
    co_await aio::sleep(2s);
    std::cout << messages[2] << std::endl;
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
