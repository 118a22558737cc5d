#pragma once

// What most crawlers write; see familiar.hpp.

#include "exercises/crawler/crawler.hpp"
#include "grader/compile/kit/familiar.hpp"

namespace awaitlab_familiar {

inline aio::Coroutine<> downloads(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
    std::cout << "page " + std::to_string(page) + "\n";
    slot.release();
}

inline aio::Coroutine<> crawls(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(downloads(slots, page));
    co_await aio::gather(std::move(all));
}

}  // namespace awaitlab_familiar
