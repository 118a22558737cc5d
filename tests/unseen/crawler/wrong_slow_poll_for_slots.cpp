// Wrong: a waiting page looks only every 700 ms whether there is room, so a slot that becomes free stays empty for hundreds of milliseconds.
// Loses: slots-used
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

struct Room {
    explicit Room(int& n) : n_(n) { ++n_; }
    ~Room() { --n_; }
    int& n_;
};

static aio::Coroutine<> now_and_then(int& inside, int limit, int page) {
    while (inside >= limit) co_await aio::sleep(700ms);
    Room room(inside);
    std::cout << "page " << page << " started\n";
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    int inside = 0;
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(now_and_then(inside, limit, page));
    co_await aio::gather(std::move(all));
}
