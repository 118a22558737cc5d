// Fault: awaits one download after the other.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::fprintf(stderr, "page %d\n", page);
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    for (int page = 0; page < pages; ++page) {
        co_await download(slots, page);
    }
}
