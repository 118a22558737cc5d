// Right: one task group for each ten pages, all groups at the same time in one more group, one semaphore for all.
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

static aio::Coroutine<> chapter(aio::Semaphore& slots, int from, int to) {
    co_await aio::task_group([&](aio::TaskGroup& g) -> aio::Coroutine<> {
        for (int page = from; page < to; ++page) g.create_task(download(slots, page));
        co_return;
    });
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    co_await aio::task_group([&](aio::TaskGroup& book) -> aio::Coroutine<> {
        for (int from = 0; from < pages; from += 10)
            book.create_task(chapter(slots, from, std::min(from + 10, pages)));
        co_return;
    });
}
