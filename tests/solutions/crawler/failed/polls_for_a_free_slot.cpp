// Fault: looks only every 0.3 s whether a slot is free, so slots stay empty while pages wait.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Page " << page << "\n";
    co_await aio::sleep(1s);
}

aio::Coroutine<> patiently(aio::Semaphore& slots, int page) {
    while (slots.locked()) {
        co_await aio::sleep(300ms);
    }
    co_await download(slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(patiently(slots, page));
    co_await aio::gather(std::move(downloads));
}
