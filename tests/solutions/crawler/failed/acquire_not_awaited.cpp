// Fault: acquire() is called and kept in a variable, but not awaited, so nothing is ever acquired.
// Loses: download-holds-slot, limit-kept
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(download(slots, page));
    co_await aio::gather(std::move(all));
}
