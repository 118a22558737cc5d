// Wrong: a waiter that is woken does not look again: one page ends, all waiting pages start. Shows when pages > limit + 1.
// Loses: limit-kept
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

struct Gate {
    int busy = 0;
    aio::Event changed;
};

static aio::Coroutine<> pass(Gate& gate, int limit, int page) {
    if (gate.busy >= limit) {
        gate.changed.clear();
        co_await gate.changed.wait();
    }
    ++gate.busy;
    std::cout << "page " << page << "\n";
    co_await aio::sleep(1s);
    --gate.busy;
    gate.changed.set();
}

aio::Coroutine<> crawl(int pages, int limit) {
    Gate gate;
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(pass(gate, limit, page));
    co_await aio::gather(std::move(all));
}
