// Fault: the semaphore has one slot too many.
// Loses: limit-kept
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& places, int page) {
    auto place = co_await places.acquire();
    std::printf("Début page %d\n", page);
    co_await aio::sleep(1s);
    std::printf("Fin page %d\n", page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore places(limit + 1);
    std::vector<aio::Coroutine<>> telechargements;
    for (int page = 0; page < pages; page++) telechargements.push_back(download(places, page));
    co_await aio::gather(std::move(telechargements));
}
