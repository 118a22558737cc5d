// Fault: download takes no slot at all, so every page is fetched at once.
// Loses: download-holds-slot, limit-kept
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& /*slots*/, int page) {
    std::printf("Page %d...\n", page);
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> v;
    for (int i = 0; i < pages; ++i) v.push_back(download(slots, i));
    co_await aio::gather(std::move(v));
}
