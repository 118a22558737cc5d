// Fault: always three at a time, whatever the limit is.
// Loses: limit-kept, slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Start " << page << std::endl;
    co_await aio::sleep(1s);
    std::cout << "End " << page << std::endl;
}

aio::Coroutine<> crawl(int pages, int /*limit*/) {
    aio::Semaphore slots(3);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
