// Wrong: lifetime: a coroutine lambda with captures is called as a temporary; when its coroutine runs, the captures are gone.
// Loses: says-page, every-page-once, limit-kept, slots-used, stops-when-cancelled, calls-independent
// Outcome: memory_error
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) {
        downloads.push_back([&slots, page]() -> aio::Coroutine<> { co_await download(slots, page); }());
    }
    co_await aio::gather(std::move(downloads));
}
