// Fault: two halves of the site are crawled at the same time, and each of them may use the whole limit.
// Loses: limit-kept
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> part(int from, int to, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = from; page < to; ++page) all.push_back(download(slots, page));
    co_await aio::gather(std::move(all));
}

aio::Coroutine<> crawl(int pages, int limit) {
    const int middle = pages / 2;
    co_await aio::gather(part(0, middle, limit), part(middle, pages, limit));
}
