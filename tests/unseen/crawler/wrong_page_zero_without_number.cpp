// Wrong: page 0 is taken for "no number" and starts without one; all others are said.
// Loses: says-page
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    if (page) std::cout << "page " << page << ": started\n";
    else std::cout << "front page: started\n";
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
