// Fault: when all slots are taken, crawl asks the tasks in an endless loop whether one is done.
// Loses: says-page, every-page-once, limit-kept, slots-used, stops-when-cancelled, calls-independent
#include "exercises/crawler/crawler.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("page %d\n", page);
    co_await aio::sleep(1s);
}

auto running(const std::vector<aio::Task<>>& tasks) {
    return std::count_if(tasks.begin(), tasks.end(), [](const aio::Task<>& task) { return !task.done(); });
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Task<>> tasks;
    for (int page = 0; page < pages; ++page) {
        while (running(tasks) >= limit) {
        }
        tasks.push_back(aio::create_task(download(slots, page)));
    }
    co_await aio::gather(std::move(tasks));
}
