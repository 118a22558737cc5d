// Wrong: std::this_thread::sleep_for in download, which blocks the loop for the whole second; crawl does without download and is right.
// Loses: download-holds-slot, stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <thread>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    std::this_thread::sleep_for(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> fetch(int& next, int pages) {
    while (next < pages) {
        std::cout << "fetching " << next++ << "\n";
        co_await aio::sleep(1s);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    int next = 0;
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i < limit; ++i) workers.push_back(fetch(next, pages));
    co_await aio::gather(std::move(workers));
}
