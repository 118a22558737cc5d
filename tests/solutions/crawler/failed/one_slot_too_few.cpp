// Fault: where the limit is more than one, a slot always stays empty.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <algorithm>
#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << '\n';
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(std::max(1, limit - 1));
    std::vector<aio::Task<>> tasks;
    for (int page = 0; page < pages; ++page) tasks.push_back(aio::create_task(download(slots, page)));
    co_await aio::gather(std::move(tasks));
}
