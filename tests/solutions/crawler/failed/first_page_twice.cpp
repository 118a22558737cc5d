// Fault: page 0 is downloaded a second time at the end.
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Loading " << page << '\n';
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<int> numbers;
    for (int page = 0; page < pages; ++page) numbers.push_back(page);
    if (pages > 0) numbers.push_back(0); // has the front page changed meanwhile?

    std::vector<aio::Coroutine<>> downloads;
    for (int number : numbers) downloads.push_back(download(slots, number));
    co_await aio::gather(std::move(downloads));
}
