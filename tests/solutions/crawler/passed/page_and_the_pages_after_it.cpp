// Right: recursion: this page together with all the pages after it.
#include "exercises/crawler/crawler.hpp"

#include <iostream>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << page << " " << std::flush;
    co_await aio::sleep(std::chrono::seconds(1));
}

aio::Coroutine<> from(aio::Semaphore& slots, int page, int pages) {
    if (page == pages) co_return;
    co_await aio::gather(download(slots, page), from(slots, page + 1, pages));
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    co_await from(slots, 0, pages);
}
