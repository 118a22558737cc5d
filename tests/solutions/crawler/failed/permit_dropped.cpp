// Fault: the permit is not kept in a variable, so the slot is given back before the wait.
// Loses: download-holds-slot, limit-kept
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    (void)co_await slots.acquire();
    std::printf("dl %d\n", page);
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> v;
    while (static_cast<int>(v.size()) < pages) v.push_back(download(slots, static_cast<int>(v.size())));
    co_await aio::gather(std::move(v));
}
