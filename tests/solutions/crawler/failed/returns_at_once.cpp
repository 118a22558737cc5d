// Fault: starts the downloads as tasks and returns without waiting for them.
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <memory>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("page %d\n", page);
    co_await aio::sleep(1s);
}

aio::Coroutine<> in_background(std::shared_ptr<aio::Semaphore> slots, int page) {
    co_await download(*slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    auto slots = std::make_shared<aio::Semaphore>(limit);
    for (int page = 0; page < pages; ++page) aio::create_task(in_background(slots, page));
    co_return;
}
