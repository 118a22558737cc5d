// Right: workers wait for ever at the queue; crawl awaits join(), then (or when cancelled) stops them and waits for them.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <exception>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> worker(aio::Queue<int>& queue, aio::Semaphore& slots) {
    while (true) {
        int page = co_await queue.get();
        co_await download(slots, page);
        queue.task_done();
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Queue<int> queue;
    aio::Semaphore slots(limit);
    for (int page = 0; page < pages; ++page) queue.put_nowait(page);
    std::vector<aio::Task<>> workers;
    for (int i = 0; i < limit; ++i) workers.push_back(aio::create_task(worker(queue, slots)));

    std::exception_ptr stop;
    try {
        co_await queue.join();
    } catch (...) {
        stop = std::current_exception();
    }
    for (auto& w : workers) w.cancel();
    co_await aio::gather(aio::return_exceptions, workers);
    if (stop) std::rethrow_exception(stop);
}
