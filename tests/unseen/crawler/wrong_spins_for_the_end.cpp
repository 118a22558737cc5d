// Wrong: waits for the end with sleep(0) in a loop: something is always ready, the clock never moves on. Only 0 pages end.
// Loses: every-page-once, slots-used, stops-when-cancelled, calls-independent
// Outcome: timed_out
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
    int done = 0;
    auto one = [&](int page) -> aio::Coroutine<> {
        co_await download(slots, page);
        ++done;
    };
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (int page = 0; page < pages; ++page) group.create_task(one(page));
        while (done < pages) co_await aio::sleep(0s);
    });
}
