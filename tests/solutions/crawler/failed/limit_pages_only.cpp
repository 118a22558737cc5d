// Fault: takes the limit for the number of pages to download when there are more.
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <algorithm>
#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < std::min(pages, limit); ++page) all.push_back(download(slots, page));
    co_await aio::gather(std::move(all));
}
