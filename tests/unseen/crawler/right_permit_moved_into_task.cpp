// Right: the body of the group takes the slot first and hands the permit over to a new task; never more tasks than slots.
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

namespace {
aio::Coroutine<> fetch(aio::Permit permit, int page) {
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
    permit.release();
}
}  // namespace

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (int page = 0; page < pages; ++page) {
            auto permit = co_await slots.acquire();
            group.create_task(fetch(std::move(permit), page));
        }
    });
}
