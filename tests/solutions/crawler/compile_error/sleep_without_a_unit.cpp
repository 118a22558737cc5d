// Fault: sleeps a bare number instead of a duration.
// Loses: everything
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <vector>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("page %d\n", page);
    co_await aio::sleep(1);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
