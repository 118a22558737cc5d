// Wrong: each worker gets a contiguous block of ceil(pages/limit) pages; when that does not divide, some workers get little or nothing (10 pages, 4 at a time).
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <algorithm>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> block(aio::Semaphore& slots, int from, int to) {
    for (int page = from; page < to; ++page) co_await download(slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    const int share = (pages + limit - 1) / limit;
    std::vector<aio::Coroutine<>> blocks;
    for (int i = 0; i < limit; ++i) blocks.push_back(block(slots, i * share, std::min(pages, (i + 1) * share)));
    co_await aio::gather(std::move(blocks));
}
