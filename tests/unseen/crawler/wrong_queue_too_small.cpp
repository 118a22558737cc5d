// Wrong: the queue has room for 64 pages and is filled with put_nowait before anybody takes from it: QueueFull comes out of crawl for more than 64 pages.
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

static aio::Coroutine<> eat(aio::Queue<int>& q, aio::Semaphore& slots) {
    while (!q.empty()) co_await download(slots, q.get_nowait());
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Queue<int> q(64);
    for (int page = 0; page < pages; ++page) q.put_nowait(page);
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> eaters;
    for (int i = 0; i < limit; ++i) eaters.push_back(eat(q, slots));
    co_await aio::gather(std::move(eaters));
}
