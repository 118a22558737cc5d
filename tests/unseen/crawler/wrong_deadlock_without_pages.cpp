// Wrong: the last page sets the event that crawl waits for; with 0 pages nobody does. Right otherwise.
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

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    aio::Event all_done;
    int left = pages;
    auto one = [&](int page) -> aio::Coroutine<> {
        co_await download(slots, page);
        if (--left == 0) all_done.set();
    };
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (int page = 0; page < pages; ++page) group.create_task(one(page));
        co_await all_done.wait();
    });
}
