// Wrong: one first page for each slot without looking whether it exists; shows only when limit > pages.
// Loses: every-page-once
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

static aio::Coroutine<> lane(aio::Semaphore& slots, int first, int& next, int pages) {
    co_await download(slots, first);
    while (next < pages) co_await download(slots, next++);
}

aio::Coroutine<> crawl(int pages, int limit) {
    if (pages == 0) co_return;
    aio::Semaphore slots(limit);
    int next = limit;
    std::vector<aio::Coroutine<>> lanes;
    for (int i = 0; i < limit; ++i) lanes.push_back(lane(slots, i, next, pages));
    co_await aio::gather(std::move(lanes));
}
