// Fault: ends the whole program when the crawl is cancelled.
// Loses: stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <cstdlib>
#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    try {
        co_await aio::gather(std::move(downloads));
    } catch (const aio::CancelledError&) {
        std::cerr << "Cancelled, goodbye." << std::endl;
        std::exit(0);
    }
}
