// Wrong: download gives its slot back after half a second, the second half runs without one.
// Loses: download-holds-slot, limit-kept
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "start " << page << "\n";
    co_await aio::sleep(500ms);
    slot.release();
    co_await aio::sleep(500ms);
    std::cout << "stop " << page << "\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
