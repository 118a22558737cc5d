// Right: the wait is ten pieces of 100 ms, with a dot for each piece.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << " ";
    for (int tenth = 0; tenth < 10; ++tenth) {
        co_await aio::sleep(100ms);
        std::cout << '.' << std::flush;
    }
    std::cout << "\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(downloads);
}
