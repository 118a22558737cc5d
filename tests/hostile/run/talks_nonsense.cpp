// Attack: Sends bytes to the grader that are no message.
// Outcome: broke_protocol

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <cstdint>
#include <cstring>
#include <iostream>
#include <string>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    const std::string bytes(4096, '\x41');
    [[maybe_unused]] const auto written = write(3, bytes.data(), bytes.size());
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
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
