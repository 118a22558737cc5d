// Wrong: a sliding window that waits for the oldest download before it starts the next, though another may have ended earlier; seen when timers are late.
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

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        std::vector<aio::Task<>> tasks;
        for (int page = 0; page < pages; ++page) {
            if (page >= limit) co_await tasks[page - limit];
            tasks.push_back(group.create_task(download(slots, page)));
        }
    });
}
