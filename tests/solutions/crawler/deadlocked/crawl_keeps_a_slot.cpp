// Fault: crawl itself holds a slot all the time; with a limit of one no page ever gets one.
// Loses: every-page-once, limit-kept, slots-used
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& places, int page) {
    auto place = co_await places.acquire();
    std::printf("Page %d en cours\n", page);
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limite) {
    aio::Semaphore places(limite);
    auto la_mienne = co_await places.acquire();
    std::vector<aio::Coroutine<>> telechargements;
    for (int page = 0; page < pages; ++page) telechargements.push_back(download(places, page));
    co_await aio::gather(std::move(telechargements));
}
