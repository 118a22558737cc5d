// Fault: crawl numbers its pages from 1 to `pages`.
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Téléchargement " << page << " lancé" << std::endl;
    co_await aio::sleep(1s);
    std::cout << "Fini " << page << "." << std::endl;
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 1; page <= pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
