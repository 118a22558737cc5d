// Wrong: crawl waits for the page with the highest number and then stops all others, though they may still be loading; seen when timers are late.
// Loses: every-page-once
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

aio::Coroutine<> crawl(int pages, int limit) {
    if (pages == 0) co_return;
    aio::Semaphore slots(limit);
    std::vector<aio::Task<>> tasks;
    for (int page = 0; page < pages; ++page) tasks.push_back(aio::create_task(download(slots, page)));
    std::exception_ptr error;
    try {
        co_await tasks.back();
    } catch (...) {
        error = std::current_exception();
    }
    for (auto& task : tasks) task.cancel();  // tidy up
    co_await aio::gather(aio::return_exceptions, tasks);
    if (error) std::rethrow_exception(error);
}
