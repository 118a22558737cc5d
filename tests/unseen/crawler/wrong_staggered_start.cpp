// Wrong: 100 ms between the starts of the workers, "so as not to hit the site all at once"; shows when limit > 1.
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

static aio::Coroutine<> arbeiter(int nummer, aio::Semaphore& s, int& naechste, int seiten) {
    co_await aio::sleep(nummer % 10 * 100ms);
    while (naechste < seiten) co_await download(s, naechste++);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore s(limit);
    int naechste = 0;
    std::vector<aio::Coroutine<>> alle;
    for (int n = 0; n < limit && n < pages; ++n) alle.push_back(arbeiter(n, s, naechste, pages));
    co_await aio::gather(std::move(alle));
}
