// Fault: an integer division drops the pages that do not fill a batch.
// Loses: every-page-once, slots-used
#include "exercises/crawler/crawler.hpp"

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
    const int batches = pages / limit;
    for (int page = 0; page < batches * limit; ++page) all.push_back(download(slots, page));
    co_await aio::gather(std::move(all));
}
