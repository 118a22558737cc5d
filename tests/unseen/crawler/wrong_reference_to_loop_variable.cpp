// Wrong: lifetime: the coroutine keeps a reference to a variable of the loop's body, which is gone when it starts.
// Loses: says-page, every-page-once, limit-kept, slots-used, stops-when-cancelled, calls-independent
// Outcome: memory_error
#include "exercises/crawler/crawler.hpp"

#include <cstdio>
#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <memory>

aio::Coroutine<> download(aio::Semaphore& slots, int page)
{
    auto permit = co_await slots.acquire();
    std::printf("[%d] start\n", page);
    co_await aio::sleep(std::chrono::seconds(1));
    std::printf("[%d] end\n", page);
}

static aio::Coroutine<> visit(aio::Semaphore& s, const std::unique_ptr<int>& number)
{
    co_await download(s, *number);
}

aio::Coroutine<> crawl(int pages, int limit)
{
    aio::Semaphore s(limit);
    std::vector<aio::Coroutine<>> v;
    for (int i = 0; i < pages; i++) {
        auto number = std::make_unique<int>(i);
        v.push_back(visit(s, number));
    }
    co_await aio::gather(v);
}
