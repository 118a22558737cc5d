// Right: a queue filled beforehand, workers that take from it without waiting until QueueEmpty.
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

static aio::Coroutine<> consumer(aio::Queue<int>& todo, aio::Semaphore& slots) {
    while (true) {
        int page;
        try {
            page = todo.get_nowait();
        } catch (const aio::QueueEmpty&) {
            co_return;
        }
        co_await download(slots, page);
        todo.task_done();
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Queue<int> todo;
    for (int page = 0; page < pages; ++page) todo.put_nowait(page);
    aio::Semaphore slots(limit);
    std::vector<aio::Task<>> consumers;
    for (int i = 0; i < limit; ++i) consumers.push_back(aio::create_task(consumer(todo, slots)));
    co_await aio::gather(consumers);
}
