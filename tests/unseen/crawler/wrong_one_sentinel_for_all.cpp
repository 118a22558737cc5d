// Wrong: only one sentinel is put for all workers: the first that takes it ends, the others wait for ever. Right at limit 1 only.
// Loses: every-page-once
// Outcome: deadlocked
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

static aio::Coroutine<> worker(aio::Queue<int>& q, aio::Semaphore& slots) {
    for (;;) {
        int page = co_await q.get();
        if (page < 0) break;
        co_await download(slots, page);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Queue<int> q;
    for (int page = 0; page < pages; ++page) q.put_nowait(page);
    q.put_nowait(-1);
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i < limit; ++i) workers.push_back(worker(q, slots));
    co_await aio::gather(std::move(workers));
}
