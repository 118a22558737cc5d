// Attack: Waits in threads, and joins them.
// Outcome: failed

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <thread>

using namespace std::chrono_literals;

void machine(const char* what) {
    std::thread([what] {
        std::cout << what << " in\n";
        std::this_thread::sleep_for(2s);
        std::cout << what << " ready\n";
    }).join();
}

aio::Coroutine<> toast_bread() {
    machine("bread");
    co_return;
}

aio::Coroutine<> brew_coffee() {
    machine("coffee");
    co_return;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = std::chrono::steady_clock::now();
    machine("bread");
    machine("coffee");
    measured.one_after_the_other = std::chrono::steady_clock::now() - start;

    start = std::chrono::steady_clock::now();
    std::thread bread(machine, "bread");
    std::thread coffee(machine, "coffee");
    bread.join();
    coffee.join();
    measured.together = std::chrono::steady_clock::now() - start;
    co_return measured;
}
