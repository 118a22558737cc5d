// Fault: every download is a thread that sleeps, and the loop stands still until it has been joined.
// Loses: download-holds-slot, slots-used, stops-when-cancelled
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Thread for page " << page << std::endl;
    std::thread thread([] { std::this_thread::sleep_for(1s); });
    thread.join();
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
