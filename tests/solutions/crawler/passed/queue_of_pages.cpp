// Right: a queue is filled with the pages, and workers empty it.
#include "exercises/crawler/crawler.hpp"

#include <algorithm>
#include <iostream>
#include <memory>
#include <vector>

using namespace std::chrono_literals;

using Pages = std::shared_ptr<aio::Queue<int>>;

aio::Coroutine<> fetch(int page) {
    std::cout << "fetching page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    co_await fetch(page);
}

aio::Coroutine<> worker(Pages todo) {
    while (true) {
        int page = 0;
        try {
            page = todo->get_nowait();
        } catch (const aio::QueueEmpty&) {
            break;
        }
        co_await fetch(page);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    Pages todo = std::make_shared<aio::Queue<int>>();
    for (int page = 0; page < pages; ++page) todo->put_nowait(page);
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i < std::min(limit, pages); ++i) workers.push_back(worker(todo));
    co_await aio::gather(workers);
}
