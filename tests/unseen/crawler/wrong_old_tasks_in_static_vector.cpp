// Wrong: the tasks stay in a static vector; after a cancelled crawl the next one awaits the cancelled tasks too and ends with their CancelledError.
// Loses: calls-independent
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

static std::vector<aio::Task<>> tasks;

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    for (int page = 0; page < pages; ++page) tasks.push_back(aio::create_task(download(slots, page)));
    co_await aio::gather(tasks);
    tasks.clear();
}
