// Right: a struct with operator() as the worker, kept alive by crawl; unique_ptr for the semaphore.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <memory>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto platz = co_await slots.acquire();   // bleibt bis zum Ende der Funktion
    std::cout << "Seite " << page << " beginnt\n";
    co_await aio::sleep(1s);
    std::cout << "Seite " << page << " ist da\n";
}

struct Arbeiter {
    aio::Semaphore* plaetze;
    int naechste = 0;
    int anzahl;

    aio::Coroutine<> operator()() {
        while (naechste != anzahl) {
            int s = naechste;
            ++naechste;
            co_await download(*plaetze, s);
        }
    }
};

aio::Coroutine<> crawl(int pages, int limit) {
    auto plaetze = std::make_unique<aio::Semaphore>(limit);
    Arbeiter arbeiter{plaetze.get(), 0, pages};
    std::vector<aio::Coroutine<>> alle;
    for (int i = 0; i < limit; ++i) alle.push_back(arbeiter());
    co_await aio::gather(std::move(alle));
}
