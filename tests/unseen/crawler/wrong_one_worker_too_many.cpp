// Wrong: `<=` starts limit + 1 workers, none of which takes a slot; shows when pages > limit.
// Loses: limit-kept
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

static aio::Coroutine<> worker(int& next, int pages) {
    while (next < pages) {
        std::cout << "page " << next++ << "\n";
        co_await aio::sleep(1s);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    int next = 0;
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i <= limit; ++i) workers.push_back(worker(next, pages));
    co_await aio::gather(std::move(workers));
}
