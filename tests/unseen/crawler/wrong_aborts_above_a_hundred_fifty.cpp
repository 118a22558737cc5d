// Wrong: a check of the author's own calls std::abort for more than 150 pages.
// Loses: every-page-once
// Outcome: crashed
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <cstdlib>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto platz = co_await slots.acquire();   // bleibt bis zum Ende der Funktion
    std::cout << "Seite " << page << " beginnt\n";
    co_await aio::sleep(1s);
    std::cout << "Seite " << page << " ist da\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    if (pages > 150) {
        std::cerr << "zu viele Seiten\n";
        std::abort();
    }
    aio::Semaphore plaetze(limit);
    std::vector<aio::Coroutine<>> alle;
    for (int s = 0; s < pages; ++s) alle.push_back(download(plaetze, s));
    co_await aio::gather(std::move(alle));
}
