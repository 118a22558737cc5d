// Fault: the permits are kept in a list that is never emptied, so that no slot ever becomes free again.
// Loses: download-holds-slot, every-page-once
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

std::vector<aio::Permit> permits;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    permits.push_back(co_await slots.acquire());
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(download(slots, page));
    co_await aio::gather(std::move(all));
}
