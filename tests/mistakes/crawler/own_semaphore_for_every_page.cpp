#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> download_with_limit(int page, int limit) {
    aio::Semaphore slots(limit);
    co_await download(slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) {
        downloads.push_back(download_with_limit(page, limit));
    }
    co_await aio::gather(downloads);
}
