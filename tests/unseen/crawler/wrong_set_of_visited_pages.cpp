// Wrong: a global set of visited pages is never emptied, so a second crawl skips what the first has loaded.
// Loses: calls-independent
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <set>

std::set<int> visited;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) {
        if (!visited.insert(page).second) continue;
        downloads.push_back(download(slots, page));
    }
    co_await aio::gather(std::move(downloads));
}
