// Fault: keeps a window of tasks and awaits the oldest of them before it starts another, though a younger one may be done.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Task<>> tasks;
    std::exception_ptr stopped;
    try {
        for (int page = 0; page < pages; ++page) {
            const std::size_t running = static_cast<std::size_t>(limit);
            if (tasks.size() >= running) co_await tasks[tasks.size() - running];
            tasks.push_back(aio::create_task(download(slots, page)));
        }
        for (auto& task : tasks) co_await task;
    } catch (const aio::CancelledError&) {
        stopped = std::current_exception();
    }
    if (!stopped) co_return;
    for (auto& task : tasks) task.cancel();
    co_await aio::gather(aio::return_exceptions, tasks);
    std::rethrow_exception(stopped);
}
