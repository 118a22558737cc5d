// Fault: keeps a list with room for a hundred pages and throws std::out_of_range when there are more.
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <array>
#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::printf("page %d\n", page);
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    std::array<bool, 100> planned{};
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) {
        planned.at(static_cast<std::size_t>(page)) = true;
        downloads.push_back(download(slots, page));
    }
    co_await aio::gather(std::move(downloads));
}
