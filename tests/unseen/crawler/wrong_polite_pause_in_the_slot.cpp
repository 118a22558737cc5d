// Wrong: a worker rests 200 ms after each page though pages are waiting; shows when pages > limit.
// Loses: slots-used
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

static aio::Coroutine<> polite(aio::Semaphore& slots, int& next, int pages) {
    while (next < pages) {
        co_await download(slots, next++);
        if (next < pages) co_await aio::sleep(200ms);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    int next = 0;
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i < limit; ++i) workers.push_back(polite(slots, next, pages));
    co_await aio::gather(std::move(workers));
}
