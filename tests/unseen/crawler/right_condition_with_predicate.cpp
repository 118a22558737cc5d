// Right: crawl counts with a condition and wait_for(predicate); a gate of its own in the frame of this crawl.
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

namespace {

struct Gate {
    explicit Gate(int n) : free(n) {}
    aio::Condition changed;
    int free;
};

aio::Coroutine<> through(Gate& gate, int page) {
    {
        auto guard = co_await gate.changed.acquire();
        co_await gate.changed.wait_for([&gate] { return gate.free > 0; });
        --gate.free;
    }
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
    {
        auto guard = co_await gate.changed.acquire();
        ++gate.free;
        gate.changed.notify();
    }
}

}  // namespace

aio::Coroutine<> crawl(int pages, int limit) {
    Gate gate(limit);  // dies with this crawl: a cancelled one leaves nothing behind
    std::vector<aio::Coroutine<>> jobs;
    for (int page = 0; page < pages; ++page) jobs.push_back(through(gate, page));
    co_await aio::gather(std::move(jobs));
}
