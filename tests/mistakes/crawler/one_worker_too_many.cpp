#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> fetch(int page) {
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    co_await fetch(page);
}

aio::Coroutine<> worker(int& next, int pages) {
    while (next < pages) {
        int page = next++;
        co_await fetch(page);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    int next = 0;
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i <= limit; ++i) {
        workers.push_back(worker(next, pages));
    }
    co_await aio::gather(workers);
}
