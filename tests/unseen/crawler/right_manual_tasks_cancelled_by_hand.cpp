// Right: tasks awaited one by one; when that is cancelled, all are cancelled, waited for, and the error is thrown on.
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
    aio::Semaphore slots(limit);
    std::vector<aio::Task<>> tasks;
    for (int page = 0; page < pages; ++page) tasks.push_back(aio::create_task(download(slots, page)));

    std::exception_ptr problem;
    try {
        for (auto& task : tasks) co_await task;
    } catch (...) {
        problem = std::current_exception();
    }
    if (problem) {
        for (auto& task : tasks) task.cancel();
        co_await aio::gather(aio::return_exceptions, tasks);
        std::rethrow_exception(problem);
    }
}
