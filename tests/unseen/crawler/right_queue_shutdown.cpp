// Right: the queue is shut down once it is filled; workers end at QueueShutDown, a std::exception that they alone catch.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <string>

static void log(const std::string& text) { std::clog << text << '\n'; }

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    log("GET /" + std::to_string(page));
    co_await aio::sleep(1s);
    log("200 OK /" + std::to_string(page));
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    aio::Queue<int> work;
    for (int p = 0; p < pages; ++p) work.put_nowait(p);
    work.shutdown();
    auto worker = [&]() -> aio::Coroutine<> {
        try {
            for (;;) {
                int p = co_await work.get();
                co_await download(slots, p);
            }
        } catch (const aio::QueueShutDown&) {
            // nothing left to do
        }
    };
    co_await aio::task_group([&](aio::TaskGroup& g) -> aio::Coroutine<> {
        for (int i = 0; i < limit; ++i) g.create_task(worker());
        co_return;
    });
}
