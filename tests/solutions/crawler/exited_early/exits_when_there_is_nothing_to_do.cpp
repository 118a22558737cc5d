// Fault: ends the whole program, successfully, when there is no page.
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <cstdlib>
#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    if (pages == 0) std::exit(EXIT_SUCCESS);
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(download(slots, page));
    co_await aio::gather(std::move(all));
}
