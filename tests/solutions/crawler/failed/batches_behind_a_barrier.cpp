// Fault: downloads in batches and begins a batch only when the whole one before it is done.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <algorithm>
#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << " ... " << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> batch(aio::Semaphore& slots, int first, int end) {
    std::vector<aio::Coroutine<>> wave;
    for (int page = first; page < end; ++page) wave.push_back(download(slots, page));
    co_await aio::gather(std::move(wave));
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    for (int first = 0; first < pages; first += limit) {
        co_await batch(slots, first, std::min(first + limit, pages));
    }
}
