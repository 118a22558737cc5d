// Wrong: a page that has not got a slot within 5.5 s is given up; shows from the seventh round on (for example 10 pages, limit 1).
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <optional>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    std::optional<aio::Permit> slot;
    try {
        slot.emplace(co_await aio::timeout(5500ms, slots.acquire()));
    } catch (const aio::TimeoutError&) {
        std::cout << "site too busy\n";
        co_return;
    }
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
