// Attack: Downloads twelve thousand pages, whatever is asked for, and tells their numbers.
// Outcome: failed | timed_out
// Exercise: crawler
//
// Each download is looked for among all waits, and each number among all that was printed.

#include "exercises/crawler/crawler.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << " begins\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << " is done\n";
}

aio::Coroutine<> crawl(int, int limit) {
    aio::Semaphore slots(limit);
    for (int page = 0; page < 12'000; ++page) co_await download(slots, page);
}
