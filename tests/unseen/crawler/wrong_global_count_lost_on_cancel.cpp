// Wrong: a global count of busy places is lowered only after the wait; a cancelled crawl leaves it raised, and the next one has fewer places (never none: at least one is always let in).
// Loses: calls-independent
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <algorithm>

static int busy = 0;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> place(aio::Event& moved, int& mine, int limit, int page) {
    while (mine > 0 && busy >= limit) {
        moved.clear();
        co_await moved.wait();
    }
    ++busy;
    ++mine;
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    --mine;
    --busy;
    moved.set();
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Event moved;
    int mine = 0;
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(place(moved, mine, limit, page));
    co_await aio::gather(std::move(all));
}
