// Wrong: the starting loop looks at a counter that the task itself raises, a turn later, so all are started at once; shows when pages > limit.
// Loses: limit-kept
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

static aio::Coroutine<> counted(int page, int& running, aio::Event& ended) {
    ++running;
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    --running;
    ended.set();
}

aio::Coroutine<> crawl(int pages, int limit) {
    int running = 0;
    aio::Event ended;
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (int page = 0; page < pages; ++page) {
            while (running >= limit) {
                ended.clear();
                co_await ended.wait();
            }
            group.create_task(counted(page, running, ended));
        }
    });
}
