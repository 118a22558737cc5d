#pragma once

namespace faulty_submission {

/// A submission with a fault for every number, called as crawl(number, 0); so it is compiled once.
inline constexpr const char* source = R"source(#include "exercises/crawler/crawler.hpp"
#include <unistd.h>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int) { auto slot = co_await slots.acquire(); }

aio::Coroutine<> crawl(int what, int) {
    switch (what) {
        case 0: std::this_thread::sleep_for(1000h); break;
        case 1: {
            std::cout << "first";
            co_await aio::sleep(1s);
            std::printf("second\n");
            co_await aio::sleep(2s);
            std::cerr << "third";
            break;
        }
        case 2: {
            std::cout << "on my way\n";
            co_await aio::sleep(1s);
            std::raise(SIGSEGV);
            break;
        }
        case 3: std::cout << "bye"; std::exit(0);
        case 4: {
            aio::Semaphore one(1);
            auto first = co_await one.acquire();
            auto second = co_await one.acquire();
            break;
        }
        case 5: throw std::runtime_error("no such page");
        case 6: for (volatile int i = 0;; ++i) {}
        case 7: for (;;) std::puts("again and again and again and again and again");
        case 8: std::abort();
        case 9: for (;;) new char[64 << 20];
        case 10: for (;;) co_await aio::sleep(0s);
        case 11: (void)!::write(3, "\xff\xff\xff\xff nonsense", 13); break;
        case 12: ::fork(); break;
        case 13: ::close(3); break;
        case 14: ::kill(::getppid(), SIGKILL); co_await aio::sleep(1s); break;
        case 15: ::close(1); ::close(2); std::cout << "unheard"; break;
        case 16: { std::vector<char> much(200 << 20, 'x'); for (volatile int i = 0;; ++i) {} }
        default: co_await aio::sleep(1s);
    }
}
)source";

enum Fault {
    blocks,
    prints,
    segfaults,
    exits,
    deadlocks,
    throws,
    spins,
    floods,
    aborts,
    eats_memory,
    yields,
    talks_nonsense,
    forks,
    hangs_up,
    kills_its_parent,
    closes_its_output,
    fills_and_spins,
    fine
};

}  // namespace faulty_submission
