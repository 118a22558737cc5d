// Right: each worker takes one permit for its whole life and loads page after page with it.
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

static aio::Coroutine<> resident(aio::Semaphore& slots, int* next, int pages) {
    auto slot = co_await slots.acquire();
    for (; *next < pages;) {
        std::cout << "page " << (*next)++ << ": started\n";
        co_await aio::sleep(500ms);
        co_await aio::sleep(500ms);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    int next = 0;
    std::vector<aio::Coroutine<>> residents;
    for (int i = 0; i < limit; ++i) residents.push_back(resident(slots, &next, pages));
    co_await aio::gather(residents);
}
