#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cerr << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cerr << "page " << page << ": done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> todo;
    for (int page = 0; page != pages; ++page) {
        todo.push_back(download(page, slots));
    }
    co_await aio::gather(std::move(todo));
}
