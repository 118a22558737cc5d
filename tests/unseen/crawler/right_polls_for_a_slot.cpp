// Right: looks every millisecond whether a slot is free, and gives its place back by a destructor.
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

struct Busy {
    explicit Busy(int& n) : count(n) { ++count; }
    ~Busy() { --count; }
    int& count;
};

static aio::Coroutine<> patient(int& busy, int limit, int page) {
    while (busy >= limit) co_await aio::sleep(1ms);
    Busy mine(busy);
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    int busy = 0;
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(patient(busy, limit, page));
    co_await aio::gather(std::move(all));
}
