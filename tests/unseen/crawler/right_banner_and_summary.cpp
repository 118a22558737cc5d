// Right: crawl announces what it will do and sums up at the end, in words and figures; silent when there is nothing to do.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    if (pages == 0) co_return;
    std::cout << "crawling " << pages << " pages, " << limit << " at a time\n";
    const auto began = aio::now();
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
    std::cout << "took " << std::chrono::duration<double>(aio::now() - began).count() << " s in all\n";
}
