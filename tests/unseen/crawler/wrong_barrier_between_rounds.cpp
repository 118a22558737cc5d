// Wrong: workers wait for one another at a barrier after every page, so a fast one idles until the slowest has ended; seen when timers are late.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <algorithm>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> worker(aio::Barrier& round, aio::Semaphore& slots, int rounds, int& next, int pages) {
    for (int r = 0; r < rounds; ++r) {
        if (next < pages) co_await download(slots, next++);
        co_await round.wait();
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    const int n = std::min(pages, limit);
    if (n == 0) co_return;
    aio::Barrier round(n);
    aio::Semaphore slots(limit);
    int next = 0;
    std::vector<aio::Coroutine<>> team;
    for (int i = 0; i < n; ++i) team.push_back(worker(round, slots, (pages + n - 1) / n, next, pages));
    co_await aio::gather(std::move(team));
}
