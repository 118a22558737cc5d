#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    // The slot is given back when `slot` dies: at the end, and also when the download is cancelled.
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    // A local semaphore, so that every crawl has slots of its own.
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) {
        downloads.push_back(download(slots, page));
    }
    // All of them start now; the semaphore makes most of them wait.
    co_await aio::gather(std::move(downloads));
}
