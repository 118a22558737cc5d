// Fault: a worker whose download was cancelled says so and goes on with the next page.
// Loses: stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("page %d\n", page);
    co_await aio::sleep(1s);
}

aio::Coroutine<> worker(aio::Semaphore& slots, int& next, int pages) {
    while (next < pages) {
        int page = next++;
        try {
            co_await download(slots, page);
        } catch (...) {
            std::printf("that one failed, on to the next\n");
        }
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    int next = 0;
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i < limit; ++i) workers.push_back(worker(slots, next, pages));
    co_await aio::gather(std::move(workers));
}
