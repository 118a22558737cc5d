// Fault: every worker has a fixed share of the pages and stops early while another still has pages waiting.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("Page %d\n", page);
    co_await aio::sleep(1s);
}

// Pages first, first + step, first + 2 * step, ...
aio::Coroutine<> worker(aio::Semaphore& slots, int first, int step, int pages) {
    for (int page = first; page < pages; page += step) {
        co_await download(slots, page);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i < limit; ++i) workers.push_back(worker(slots, i, limit, pages));
    co_await aio::gather(std::move(workers));
}
