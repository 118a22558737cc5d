// Wrong: a page that waits for a slot takes a cancellation for a failed attempt and tries again; so the waiting pages are loaded after crawl was cancelled.
// Loses: stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <optional>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    std::optional<aio::Permit> slot;
    while (!slot) {
        try {
            slot.emplace(co_await slots.acquire());
        } catch (const aio::CancelledError&) {
            // next attempt
        }
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
