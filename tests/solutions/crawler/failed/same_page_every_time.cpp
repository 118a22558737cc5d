// Fault: a slip in the loop downloads page 0 again and again, as often as there are pages.
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    const int page = 0;
    std::vector<aio::Task<>> tasks;
    for (int i = 0; i < pages; ++i) tasks.push_back(aio::create_task(download(slots, page)));
    co_await aio::gather(tasks);
}
