// Fault: download takes no slot, since crawl takes one for it before it calls.
// Loses: download-holds-slot
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore&, int page) {
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> with_a_slot(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    co_await download(slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(with_a_slot(slots, page));
    co_await aio::gather(std::move(all));
}
