// Fault: sleeps with std::this_thread::sleep_for and blocks the loop.
// Loses: download-holds-slot, slots-used, stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("Downloading page %d\n", page);
    std::this_thread::sleep_for(1s);
    std::printf("Page %d downloaded\n", page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
