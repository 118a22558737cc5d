// Fault: every page gets a semaphore of its own, so no page ever waits for another.
// Loses: limit-kept
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Downloading page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> visit(int page, int limit) {
    aio::Semaphore slots(limit);
    co_await download(slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    std::vector<aio::Coroutine<>> visits;
    for (int page = 0; page < pages; ++page) visits.push_back(visit(page, limit));
    co_await aio::gather(std::move(visits));
}
