// Right: every page takes a slot of one semaphore, and gather waits for all of them.
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("page %d\n", page);
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(download(slots, page));
    co_await aio::gather(std::move(all));
}
