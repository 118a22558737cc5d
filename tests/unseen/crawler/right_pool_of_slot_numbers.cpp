// Right: a queue of free slot numbers in place of a semaphore; says which slot a page got.
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

static aio::Coroutine<> job(aio::Queue<int>& pool, int page) {
    const int number = co_await pool.get();
    std::cout << "page " << page << " through slot " << number << "\n";
    co_await aio::sleep(1s);
    pool.put_nowait(number);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Queue<int> pool;
    for (int i = 1; i <= limit; ++i) pool.put_nowait(1000 + i);
    std::vector<aio::Coroutine<>> jobs;
    for (int page = 0; page < pages; ++page) jobs.push_back(job(pool, page));
    co_await aio::gather(std::move(jobs));
}
