// Fault: gives the slot back as soon as the download has begun instead of when it is done.
// Loses: download-holds-slot, limit-kept
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Je commence la page " << page << std::endl;
    slot.release();
    co_await aio::sleep(1s);
    std::cout << "J'ai la page " << page << std::endl;
}

aio::Coroutine<> crawl(int pages, int limite) {
    aio::Semaphore slots(limite);
    std::vector<aio::Task<>> taches;
    for (int page = 0; page < pages; ++page) {
        taches.push_back(aio::create_task(download(slots, page)));
    }
    co_await aio::gather(taches);
}
