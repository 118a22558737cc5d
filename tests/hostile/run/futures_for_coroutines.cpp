// Attack: Waits in std::async, and asks the futures.
// Outcome: failed

#include "exercises/toaster/toaster.hpp"

#include <future>
#include <iostream>
#include <thread>

using namespace std::chrono_literals;

void machine(const char* what) {
    std::cout << what << " in\n";
    std::this_thread::sleep_for(2s);
    std::cout << what << " ready\n";
}

aio::Coroutine<> toast_bread() {
    std::async(std::launch::async, machine, "bread").get();
    co_return;
}

aio::Coroutine<> brew_coffee() {
    std::async(std::launch::deferred, machine, "coffee").get();
    co_return;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = std::chrono::steady_clock::now();
    machine("bread");
    machine("coffee");
    measured.one_after_the_other = std::chrono::steady_clock::now() - start;

    start = std::chrono::steady_clock::now();
    auto bread = std::async(std::launch::async, machine, "bread");
    auto coffee = std::async(std::launch::async, machine, "coffee");
    while (bread.wait_for(100ms) != std::future_status::ready) {
    }
    coffee.get();
    measured.together = std::chrono::steady_clock::now() - start;
    co_return measured;
}
