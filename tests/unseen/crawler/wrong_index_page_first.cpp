// Wrong: page 0 is loaded alone before all others start; shows when limit > 1 and pages > 1.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    const auto place = co_await slots.acquire(); // rendue toute seule
    std::cout << "page " << page << " : debut" << std::endl;
    co_await aio::sleep(1s);
    std::cout << "page " << page << " : fin" << std::endl;
}

aio::Coroutine<> crawl(int pages, int limit) {
    if (pages == 0) co_return;
    aio::Semaphore places(limit);
    co_await download(places, 0);   // l'index d'abord
    std::vector<aio::Coroutine<>> reste;
    for (int p = 1; p < pages; ++p) reste.push_back(download(places, p));
    co_await aio::gather(std::move(reste));
}
