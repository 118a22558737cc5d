// Attack: Prints a number of a thousand digits.
// Outcome: passed
// Exercise: crawler
//
// It stands before the right one, in the same text.

#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

const std::string digits(1000, '9');

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << digits << " page " << page << "\n";
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
