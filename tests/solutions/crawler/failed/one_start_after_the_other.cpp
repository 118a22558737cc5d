// Fault: the pages start seven milliseconds apart, each at a moment of its own, though slots are free.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> download_later(aio::Semaphore& slots, int page) {
    co_await aio::sleep(page * 7ms);
    co_await download(slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(download_later(slots, page));
    co_await aio::gather(std::move(all));
}
