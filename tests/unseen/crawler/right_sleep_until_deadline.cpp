// Right: waits in steps of at most 300 ms until a deadline read from the loop's clock.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <algorithm>

static aio::Coroutine<> until(aio::Duration deadline) {
    while (aio::now() < deadline) {
        co_await aio::sleep(std::min<aio::Duration>(300ms, deadline - aio::now()));
    }
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << page << " begins\n";
    co_await until(aio::now() + 1s);
    std::cout << page << " ends\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    co_await aio::task_group([&slots, pages](aio::TaskGroup& g) -> aio::Coroutine<> {
        int page = 0;
        while (page < pages) g.create_task(download(slots, page++));
        co_return;
    });
}
