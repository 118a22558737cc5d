// Wrong: first all even pages, and when the last of them is there all odd ones; slots are empty in between.
// Loses: slots-used
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

static aio::Coroutine<> pass(aio::Semaphore& slots, int first, int pages) {
    std::vector<aio::Coroutine<>> half;
    for (int page = first; page < pages; page += 2) half.push_back(download(slots, page));
    co_await aio::gather(std::move(half));
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    co_await pass(slots, 0, pages);
    co_await pass(slots, 1, pages);
}
