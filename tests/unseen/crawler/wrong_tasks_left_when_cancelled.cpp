// Wrong: tasks awaited one after the other: cancelling crawl stops only the one it stands at, the others go on.
// Loses: stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <memory>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> keep(std::shared_ptr<aio::Semaphore> slots, int page) {
    co_await download(*slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    auto slots = std::make_shared<aio::Semaphore>(limit);
    std::vector<aio::Task<>> tasks;
    for (int page = 0; page < pages; ++page) tasks.push_back(aio::create_task(keep(slots, page)));
    for (auto& task : tasks) co_await task;
}
