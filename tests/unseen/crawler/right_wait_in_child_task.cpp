// Right: the transfer itself is a child task that download awaits; cancelling download cancels the child.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

static aio::Coroutine<std::size_t> transfer() {
    co_await aio::sleep(1s);
    co_return 4096;
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    aio::Task<std::size_t> task = aio::create_task(transfer(), "transfer");
    const std::size_t bytes = co_await task;
    std::cout << "done, got " << bytes << " bytes\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Task<>> tasks;
    for (int page = 0; page < pages; ++page) tasks.push_back(aio::create_task(download(slots, page)));
    co_await aio::gather(tasks);
}
