#include "exercises/crawler/crawler.hpp"

#include <unistd.h>

#include <iostream>
#include <vector>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    usleep(1000000);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) {
        downloads.push_back(download(slots, page));
    }
    co_await aio::gather(downloads);
}
