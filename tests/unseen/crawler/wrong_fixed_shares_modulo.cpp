// Wrong: page p always belongs to worker p % limit; a worker that is ahead does not help the others. Seen when timers are late.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto platz = co_await slots.acquire();   // bleibt bis zum Ende der Funktion
    std::cout << "Seite " << page << " beginnt\n";
    co_await aio::sleep(1s);
    std::cout << "Seite " << page << " ist da\n";
}

static aio::Coroutine<> arbeiter(aio::Semaphore& plaetze, int erste, int schritt, int seiten) {
    for (int s = erste; s < seiten; s += schritt) co_await download(plaetze, s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore plaetze(limit);
    std::vector<aio::Coroutine<>> alle;
    for (int a = 0; a < limit; ++a) alle.push_back(arbeiter(plaetze, a, limit, pages));
    co_await aio::gather(std::move(alle));
}
