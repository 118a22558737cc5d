// Wrong: the permit and the wait are in a shielded task: a cancelled download ends at once, but the slot stays taken until the second is over.
// Loses: stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

// by value: the shielded task may live longer than download
static aio::Coroutine<> transfer(aio::Permit slot) {
    co_await aio::sleep(1s);
    slot.release();
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::shield(transfer(std::move(slot)));
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
