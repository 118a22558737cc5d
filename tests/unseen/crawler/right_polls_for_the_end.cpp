// Right: looks every 20 ms whether all pages are there; on cancellation stops its tasks and waits for them.
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

static aio::Coroutine<> counted(aio::Semaphore& slots, int page, int& done) {
    co_await download(slots, page);
    ++done;
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    int done = 0;
    std::vector<aio::Task<>> tasks;
    for (int page = 0; page < pages; ++page) tasks.push_back(aio::create_task(counted(slots, page, done)));
    bool stopped = false;
    try {
        while (done < pages) co_await aio::sleep(20ms);
    } catch (const aio::CancelledError&) {
        stopped = true;
        for (auto& t : tasks) t.cancel();
    }
    co_await aio::gather(aio::return_exceptions, tasks);  // nobody may outlive `slots` and `done`
    if (stopped) throw aio::CancelledError{};
}
