// Right: a supervisor keeps `limit` tasks running: it waits at a queue for a page that has ended and starts the next.
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

static aio::Coroutine<> report(aio::Queue<int>& finished, int page) {
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    finished.put_nowait(page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Queue<int> finished;
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        int running = 0;
        for (int page = 0; page < pages; ++page) {
            if (running == limit) {
                co_await finished.get();
                --running;
            }
            group.create_task(report(finished, page));
            ++running;
        }
        while (running-- > 0) co_await finished.get();
    });
}
