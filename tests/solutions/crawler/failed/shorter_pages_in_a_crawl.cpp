// Fault: download() is right, but crawl has a coroutine of its own in which a page takes 0.3 s.
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <memory>
#include <vector>

using namespace std::chrono_literals;

using Lanes = std::shared_ptr<aio::Queue<int>>;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << " on a lane of its own\n";
    co_await aio::sleep(1s);
}

aio::Coroutine<> on_some_lane(Lanes lanes, int page) {
    int lane = co_await lanes->get();
    std::cout << "lane " << lane << ": page " << page << "\n";
    co_await aio::sleep(300ms);
    std::cout << "lane " << lane << " is free\n";
    lanes->put_nowait(lane);
}

aio::Coroutine<> crawl(int pages, int limit) {
    Lanes lanes = std::make_shared<aio::Queue<int>>();
    for (int lane = 1; lane <= limit; ++lane) lanes->put_nowait(lane);
    std::vector<aio::Coroutine<>> trips;
    for (int page = 0; page < pages; ++page) trips.push_back(on_some_lane(lanes, page));
    co_await aio::gather(trips);
}
