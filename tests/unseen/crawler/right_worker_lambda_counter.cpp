// Right: min(limit, pages) workers, a lambda kept in crawl's frame, that take the next number when free; crawl never calls download.
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

aio::Coroutine<> crawl(int pages, int limit) {
    int next = 0;
    auto worker = [&next, pages]() -> aio::Coroutine<> {
        while (next < pages) {
            const int mine = next++;
            std::cout << "page " << mine << ": started\n";
            co_await aio::sleep(1s);
            std::cout << "page " << mine << ": done\n";
        }
    };
    std::vector<aio::Coroutine<>> team;
    for (int i = 0; i < std::min(limit, pages); ++i) team.push_back(worker());
    co_await aio::gather(std::move(team));
}
