// Wrong: pages are handed to gather in portions of fifty, each waited for; shows only for more than 50 pages (and a limit above 1).
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <algorithm>

aio::Coroutine<> download(aio::Semaphore& slots, int page)
{
    auto permit = co_await slots.acquire();
    std::printf("[%d] start\n", page);
    co_await aio::sleep(std::chrono::seconds(1));
    std::printf("[%d] end\n", page);
}

aio::Coroutine<> crawl(int pages, int limit)
{
    aio::Semaphore sem(limit);
    int page = 0;
    while (page < pages) {
        std::vector<aio::Coroutine<>> portion;   // not too many coroutines in memory
        const int end = std::min(page + 50, pages);
        for (; page < end; ++page) portion.push_back(download(sem, page));
        co_await aio::gather(portion);
    }
}
