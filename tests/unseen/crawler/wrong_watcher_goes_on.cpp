// Wrong: a task that watches the progress is stopped when crawl ends in the ordinary way, but goes on for ever when crawl is cancelled.
// Loses: stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <memory>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> watch(std::shared_ptr<int> seconds) {
    for (;;) {
        co_await aio::sleep(250ms);
        ++*seconds;
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    auto watcher = aio::create_task(watch(std::make_shared<int>(0)), "watcher");
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
    watcher.cancel();
}
