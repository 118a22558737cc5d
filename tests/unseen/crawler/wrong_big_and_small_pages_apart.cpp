// Wrong: every fourth page ("big") and the others have half of the slots each, rounded up: one too many for odd limits, and the big ones' slots idle when they are through (10 pages, limit 4).
// Loses: limit-kept, slots-used
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

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore big((limit + 1) / 2);
    aio::Semaphore small((limit + 1) / 2);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(download(page % 4 == 0 ? big : small, page));
    co_await aio::gather(std::move(all));
}
