#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Page " << page << " starts\n";
    co_await aio::sleep(1s);
    std::cout << "Page " << page << " is there\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> list;
    for (int page = 1; page <= pages; ++page) {
        list.push_back(download(slots, page));
    }
    co_await aio::gather(list);
}
