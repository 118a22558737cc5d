// Fault: reads the clock in a loop for a second and blocks the loop meanwhile.
// Loses: download-holds-slot, slots-used, stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <chrono>
#include <iostream>
#include <vector>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Page " << page << std::endl;
    auto end = std::chrono::steady_clock::now() + std::chrono::seconds(1);
    while (std::chrono::steady_clock::now() < end) {
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
