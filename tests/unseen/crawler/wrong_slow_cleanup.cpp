// Wrong: a cancelled download cleans up for 300 ms, with its slot in hand, before it throws on.
// Loses: stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    bool cancelled = false;
    try {
        co_await aio::sleep(1s);
    } catch (const aio::CancelledError&) {
        cancelled = true;
    }
    if (cancelled) {
        co_await aio::sleep(300ms);  // close the connection
        throw aio::CancelledError();
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
