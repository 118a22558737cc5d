// Wrong: download never touches the semaphore that it is given, it makes one of its own; crawl does its work without download, rightly.
// Loses: download-holds-slot
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    (void)slots;
    aio::Semaphore mine(3);
    auto slot = co_await mine.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
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
