#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = slots.acquire();
    std::cout << "page " << page << ": started" << std::endl;
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done" << std::endl;
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);

    std::vector<aio::Task<>> tasks;
    for (int page = 0; page < pages; ++page) {
        tasks.push_back(aio::create_task(download(slots, page)));
    }
    co_await aio::gather(tasks);
}
