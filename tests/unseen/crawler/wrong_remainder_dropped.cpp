// Wrong: pages / limit whole rounds: the pages of the last, incomplete round are never loaded. Right when limit divides pages.
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    const int rounds = pages / limit;
    std::vector<aio::Coroutine<>> downloads;
    for (int round = 0; round < rounds; ++round)
        for (int i = 0; i < limit; ++i) downloads.push_back(download(slots, round * limit + i));
    co_await aio::gather(std::move(downloads));
}
