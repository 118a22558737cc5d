// Attack: Prints without end, and ignores the signal that tells it to stop.
// Outcome: output_limit

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    std::signal(SIGXFSZ, SIG_IGN);
    const std::string page(1 << 16, 'x');
    for (int i = 0; i < 1000; ++i) {
        if (write(1, page.data(), page.size()) < 0) return;
    }
}

aio::Coroutine<> toast_bread() {
    attack();
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
