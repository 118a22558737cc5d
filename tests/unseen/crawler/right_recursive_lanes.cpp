// Right: each lane takes the next page and then awaits itself anew, up to 200 deep.
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

static aio::Coroutine<> file_attente(aio::Semaphore& s, int& suivante, int total) {
    if (suivante == total) co_return;
    co_await download(s, suivante++);
    co_await file_attente(s, suivante, total);   // récursion, au lieu d'une boucle
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore s(limit);
    int suivante = 0;
    std::vector<aio::Coroutine<>> files;
    for (int k = 0; k < limit; ++k) files.push_back(file_attente(s, suivante, pages));
    co_await aio::gather(std::move(files));
}
