#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> worker(aio::Queue<int>& queue, aio::Semaphore& slots) {
    while (true) {
        int page = co_await queue.get();
        co_await download(slots, page);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    aio::Queue<int> queue;
    for (int page = 0; page < pages; ++page) queue.put_nowait(page);

    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i < limit; ++i) workers.push_back(worker(queue, slots));
    co_await aio::gather(workers);
}
