// Right: a producer with a bounded queue and one sentinel for each worker.
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

// Python: asyncio.Queue(maxsize=...), None am Ende
static aio::Coroutine<> erzeuger(aio::Queue<int>& q, int seiten, int arbeiter) {
    for (int s = 0; s < seiten; ++s) co_await q.put(s);
    for (int a = 0; a < arbeiter; ++a) co_await q.put(-1);
}

static aio::Coroutine<> arbeite(aio::Queue<int>& q, aio::Semaphore& plaetze) {
    for (int s = co_await q.get(); s != -1; s = co_await q.get()) {
        co_await download(plaetze, s);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Queue<int> q(2 * limit);
    aio::Semaphore plaetze(limit);
    std::vector<aio::Coroutine<>> alle;
    alle.push_back(erzeuger(q, pages, limit));
    for (int a = 0; a < limit; ++a) alle.push_back(arbeite(q, plaetze));
    co_await aio::gather(std::move(alle));
}
