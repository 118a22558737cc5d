// Fault: after a cancellation the tasks left behind still wait for a semaphore that is gone.
// Loses: stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("Start %d\n", page);
    co_await aio::sleep(1s);
    std::printf("End %d\n", page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Task<>> tasks;
    for (int page = 0; page < pages; ++page) tasks.push_back(aio::create_task(download(slots, page)));
    for (auto& task : tasks) co_await task;
}
