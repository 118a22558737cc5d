// Right: every line begins with the loop's time in milliseconds, so other numbers stand beside the page's.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

static std::ostream& stamp() {
    return std::cout << "[" << std::chrono::duration_cast<std::chrono::milliseconds>(aio::now()).count() << " ms] ";
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    stamp() << "page " << page << " started\n";
    co_await aio::sleep(1s);
    stamp() << "page " << page << " done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (int page = 0; page < pages; ++page) group.create_task(download(slots, page));
        co_return;
    });
}
