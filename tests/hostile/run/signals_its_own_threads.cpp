// Attack: Sends signals to itself and to a thread of its own, by raise() and pthread_kill().
// Outcome: passed | timed_out
// Must not contain: signals are lost
//
// No attack: what an honest program may do.

#include "exercises/toaster/toaster.hpp"

#include <pthread.h>
#include <atomic>
#include <csignal>
#include <iostream>
#include <thread>

using namespace std::chrono_literals;

std::atomic<int> caught = 0;

bool all_came() {
    const int before = caught;
    std::signal(SIGUSR1, [](int) { ++caught; });
    std::raise(SIGUSR1);
    std::atomic<bool> over = false;
    std::thread other([&over] {
        while (!over) std::this_thread::yield();
    });
    pthread_kill(other.native_handle(), SIGUSR1);
    over = true;
    other.join();
    return caught == before + 2;
}

aio::Coroutine<> toast_bread() {
    if (!all_came()) std::cout << "signals are lost\n";
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
