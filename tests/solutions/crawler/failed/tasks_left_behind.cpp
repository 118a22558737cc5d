// Fault: tasks are awaited one by one, and a cancellation stops only the one awaited at that moment.
// Loses: stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <memory>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Downloading " << page << std::endl;
    co_await aio::sleep(1s);
}

// Keeps the semaphore alive as long as a download needs it.
aio::Coroutine<> keep_and_download(std::shared_ptr<aio::Semaphore> slots, int page) {
    co_await download(*slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    auto slots = std::make_shared<aio::Semaphore>(limit);
    std::vector<aio::Task<>> tasks;
    for (int page = 0; page < pages; ++page) {
        tasks.push_back(aio::create_task(keep_and_download(slots, page)));
    }
    for (auto& task : tasks) {
        co_await task;
    }
}
