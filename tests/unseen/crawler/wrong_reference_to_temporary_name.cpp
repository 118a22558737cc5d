// Wrong: lifetime: the name is a const std::string& parameter of a coroutine that starts later; the temporary is gone by then.
// Loses: says-page, every-page-once, limit-kept, slots-used, stops-when-cancelled, calls-independent
// Outcome: memory_error
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <string>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

static aio::Coroutine<> fetch(aio::Semaphore& slots, const std::string& title) {
    auto slot = co_await slots.acquire();
    std::cout << title << " started\n";
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) {
        all.push_back(fetch(slots, "a page of the site, namely number " + std::to_string(page)));
    }
    co_await aio::gather(std::move(all));
}
