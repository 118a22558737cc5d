// Wrong: every page gets a semaphore of its own, so nobody ever waits; shows when pages > limit.
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

static aio::Coroutine<> one(int page, int limit) {
    aio::Semaphore slots(limit);
    co_await download(slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(one(page, limit));
    co_await aio::gather(std::move(all));
}
