// Right: timeouts in odd places, all so long that they never strike: an hour around everything, ten seconds around one download's wait.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << "\n";
    co_await aio::wait_for(aio::sleep(1s), 10s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> v;
    for (int p = 0; p < pages; ++p) v.push_back(download(slots, p));
    co_await aio::timeout(std::chrono::hours(1), aio::gather(v));
}
