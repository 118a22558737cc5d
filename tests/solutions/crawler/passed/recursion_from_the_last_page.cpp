// Right: recursion, the last page first: one page together with all those before it.
#include "exercises/crawler/crawler.hpp"

#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& s, int page) {
    auto p = co_await s.acquire();
    std::printf("%d", page);
    co_await aio::sleep(1s);
}

aio::Coroutine<> down_from(aio::Semaphore& s, int page) {
    if (page < 0) co_return;
    co_await aio::gather(download(s, page), down_from(s, page - 1));
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore s(limit);
    co_await down_from(s, pages - 1);
}
