// Right: the whole crawl stands under a timeout of a day, and a function makes the list of downloads.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

static std::vector<aio::Coroutine<>> downloads_of(aio::Semaphore& slots, int pages) {
    std::vector<aio::Coroutine<>> list;
    for (int page = 0; page < pages; ++page) list.emplace_back(download(slots, page));
    return list;
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "# " << page << '\n';
    co_await aio::timeout(10s, aio::sleep(1s));
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    try {
        co_await aio::timeout(24h, aio::gather(downloads_of(slots, pages)));
    } catch (const aio::TimeoutError&) {
        std::cout << "The site is too slow.\n";
    }
}
