// Right: a BoundedSemaphore handed to download as a Semaphore&, and a permit kept by a reference that prolongs its life.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    [[maybe_unused]] auto&& slot = co_await slots.acquire();
    std::cout << "-> " << page << std::endl;
    co_await aio::sleep(1s);
    std::cout << "<- " << page << std::endl;
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::BoundedSemaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
