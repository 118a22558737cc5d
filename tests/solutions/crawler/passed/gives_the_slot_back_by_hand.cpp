// Right: release() is called by hand, and what is said at the end comes after it.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    aio::Permit permit = co_await slots.acquire();
    std::cout << "I have a slot for page " << page << ".\n";
    co_await aio::sleep(1s);
    permit.release();
    std::cout << "The slot is free again.\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    if (pages <= 0) co_return;
    aio::Semaphore slots{limit};
    std::vector<aio::Task<>> tasks;
    int page = 0;
    while (page < pages) {
        tasks.push_back(aio::create_task(download(slots, page), "page " + std::to_string(page)));
        page++;
    }
    co_await aio::gather(tasks);
}
