// Right: a task group makes a task of every page; the semaphore makes them wait.
#include "exercises/crawler/crawler.hpp"

#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("GET /page/%d\n", page);
    co_await aio::sleep(1s);
    std::printf("200 OK\n");
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (int page = 0; page < pages; ++page) group.create_task(download(slots, page));
        co_return;
    });
}
