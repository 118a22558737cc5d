// Right: workers gather at a barrier before the first page, as many as there are; it costs no time.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <algorithm>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> runner(aio::Barrier& line, aio::Semaphore& slots, int& next, int pages) {
    co_await line.wait();  // on your marks ...
    while (next < pages) co_await download(slots, next++);
}

aio::Coroutine<> crawl(int pages, int limit) {
    const int runners = std::min(pages, limit);
    if (runners == 0) co_return;
    aio::Barrier line(runners);
    aio::Semaphore slots(limit);
    int next = 0;
    std::vector<aio::Coroutine<>> field;
    for (int i = 0; i < runners; ++i) field.push_back(runner(line, slots, next, pages));
    co_await aio::gather(std::move(field));
}
