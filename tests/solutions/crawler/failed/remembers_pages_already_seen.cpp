// Fault: a global set remembers the pages that were downloaded, and a second crawl leaves them out.
// Loses: calls-independent
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <set>
#include <vector>

using namespace std::chrono_literals;

std::set<int> seen;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) {
        if (seen.insert(page).second) all.push_back(download(slots, page));
    }
    co_await aio::gather(std::move(all));
}
