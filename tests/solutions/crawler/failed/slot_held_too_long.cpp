// Fault: keeps the slot for another 0.2 s after the download, to tidy up.
// Loses: download-holds-slot, slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> tidy_up() {
    co_await aio::sleep(200ms);
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Page " << page << " is coming" << std::endl;
    co_await aio::sleep(1s);
    std::cout << "Page " << page << " is here, tidying up" << std::endl;
    co_await tidy_up();
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
