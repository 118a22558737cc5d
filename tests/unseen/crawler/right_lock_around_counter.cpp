// Right: workers with a lock around the shared counter, as one would with threads; the lock is free while a page loads.
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page)
{
    auto permit = co_await slots.acquire();
    std::printf("[%d] start\n", page);
    co_await aio::sleep(std::chrono::seconds(1));
    std::printf("[%d] end\n", page);
}

struct Counter {
    aio::Lock lock;
    int value = 0;
    aio::Coroutine<int> take() {
        auto guard = co_await lock.acquire();
        co_return value++;
    }
};

static aio::Coroutine<> worker(Counter& c, aio::Semaphore& s, int pages)
{
    for (;;) {
        int page = co_await c.take();
        if (page >= pages) break;
        co_await download(s, page);
    }
}

aio::Coroutine<> crawl(int pages, int limit)
{
    Counter c;
    aio::Semaphore s(limit);
    std::vector<aio::Task<>> ws;
    for (int i = 0; i < limit; i++) ws.push_back(aio::create_task(worker(c, s, pages), "worker"));
    co_await aio::gather(ws);
}
