// Fault: a helper takes a slot and then calls download, which waits for another.
// Loses: every-page-once, limit-kept, slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> visit(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    co_await download(slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> visits;
    for (int page = 0; page < pages; ++page) visits.push_back(visit(slots, page));
    co_await aio::gather(std::move(visits));
}
