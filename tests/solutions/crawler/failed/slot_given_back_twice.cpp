// Fault: releases the semaphore by hand although the permit gives the slot back as well, so that slots grow in number.
// Loses: limit-kept
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
    slots.release();
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(download(slots, page));
    co_await aio::gather(std::move(all));
}
