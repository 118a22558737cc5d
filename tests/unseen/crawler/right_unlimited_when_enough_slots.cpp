// Right: two ways in crawl: when there are slots for all, no semaphore at all; otherwise workers on a shared iterator.
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

static aio::Coroutine<> just_load(int page) {
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> worker(std::vector<int>::iterator& it, std::vector<int>::iterator end) {
    while (it != end) co_await just_load(*it++);
}

aio::Coroutine<> crawl(int pages, int limit) {
    if (limit >= pages) {
        std::vector<aio::Coroutine<>> all;
        for (int i = 0; i < pages; ++i) all.push_back(just_load(i));
        co_await aio::gather(std::move(all));
        co_return;
    }
    std::vector<int> numbers;
    for (int i = 0; i < pages; ++i) numbers.push_back(i);
    auto it = numbers.begin();
    std::vector<aio::Coroutine<>> team;
    for (int i = 0; i < limit; ++i) team.push_back(worker(it, numbers.end()));
    co_await aio::gather(std::move(team));
}
