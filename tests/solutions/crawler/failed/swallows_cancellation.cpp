// Fault: catch (...) in crawl swallows the cancellation, and crawl ends as if all were well.
// Loses: stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Page " << page << " : début\n";
    co_await aio::sleep(1s);
    std::cout << "Page " << page << " : fin\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    try {
        aio::Semaphore slots(limit);
        std::vector<aio::Coroutine<>> downloads;
        for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
        co_await aio::gather(std::move(downloads));
    } catch (...) {
        std::cout << "Une erreur est survenue.\n";
    }
}
