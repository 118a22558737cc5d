// Right: says "page 4 of 10" in crawl, which has a function of its own, and plainly in download.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> get(aio::Semaphore& slots, int page, int pages) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << " of " << pages << "\n";
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> v;
    for (int p = 0; p < pages; ++p) v.push_back(get(slots, p, pages));
    co_await aio::gather(std::move(v));
}
