// Right: the wait is an event that never comes, with a timeout of 1 s; only TimeoutError is caught.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << " requested\n";
    aio::Event answered;
    try {
        co_await aio::timeout(1s, answered.wait());
    } catch (const aio::TimeoutError&) {
        std::cout << "page complete\n";
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> list;
    for (int page = pages - 1; page >= 0; --page) list.push_back(download(slots, page));  // last page first
    co_await aio::gather(std::move(list));
}
