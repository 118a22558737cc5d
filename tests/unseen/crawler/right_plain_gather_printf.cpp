// Right: the plain way, one coroutine a page and a semaphore, printed with printf.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <cstdio>

aio::Coroutine<> download(aio::Semaphore& slots, int page)
{
    auto permit = co_await slots.acquire();
    std::printf("[%d] start\n", page);
    co_await aio::sleep(std::chrono::seconds(1));
    std::printf("[%d] end\n", page);
}

aio::Coroutine<> crawl(int pages, int limit)
{
    aio::Semaphore sem{limit};
    std::vector<aio::Coroutine<>> all;
    all.reserve(static_cast<std::size_t>(pages));
    for (int i = 0; i != pages; i++) all.emplace_back(download(sem, i));
    co_await aio::gather(all);
}
