// Right: recursion: a range is cut in two halves that run at the same time; the leaves share one semaphore.
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

static aio::Coroutine<> range(aio::Semaphore& slots, int from, int to) {
    if (to - from <= 0) co_return;
    if (to - from == 1) {
        co_await download(slots, from);
        co_return;
    }
    const int middle = from + (to - from) / 2;
    co_await aio::gather(range(slots, from, middle), range(slots, middle, to));
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    co_await range(slots, 0, pages);
}
