// Fault: the number of the next page is a global that a second crawl does not set back.
// Loses: calls-independent
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

int next_page = 0;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("<page %d>\n", page);
    co_await aio::sleep(1s);
}

aio::Coroutine<> worker(aio::Semaphore& slots, int pages) {
    while (next_page < pages) {
        co_await download(slots, next_page++);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i < limit; ++i) workers.push_back(worker(slots, pages));
    co_await aio::gather(std::move(workers));
}
