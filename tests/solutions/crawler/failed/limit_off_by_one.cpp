// Fault: counts what is running and lets one more in (<= instead of <).
// Loses: limit-kept
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << page << " begins\n";
    co_await aio::sleep(1s);
    std::cout << page << " ends\n";
}

aio::Coroutine<> worker(aio::Semaphore& slots, int& next, int pages) {
    while (next < pages) {
        const int page = next++;
        co_await download(slots, page);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(pages + 1);
    int next = 0;
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i <= limit; ++i) workers.push_back(worker(slots, next, pages));
    co_await aio::gather(std::move(workers));
}
