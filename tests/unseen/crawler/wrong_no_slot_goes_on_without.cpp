// Wrong: takes a slot only if one is free at that moment, and downloads all the same when there is none; shows when pages > limit.
// Loses: limit-kept
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <optional>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    std::optional<aio::Permit> slot;
    if (!slots.locked()) slot.emplace(co_await slots.acquire());
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
