// Wrong: starts `limit` pages and waits for all of them before the next; slots stay empty as soon as timers are late by different amounts.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <algorithm>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    for (int first = 0; first < pages; first += limit) {
        std::vector<aio::Coroutine<>> batch;
        for (int page = first; page < std::min(first + limit, pages); ++page) batch.push_back(download(slots, page));
        co_await aio::gather(std::move(batch));
    }
}
