// Right: a BoundedSemaphore that the tasks share, and lambdas without captures.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <memory>
#include <vector>

using namespace std::chrono_literals;
using Slots = std::shared_ptr<aio::BoundedSemaphore>;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::clog << '<' << page << '>';
    co_await aio::sleep(1s);
    std::clog << "</" << page << '>';
}

const auto one_page = [](Slots slots, int page) -> aio::Coroutine<> { co_await download(*slots, page); };

const auto every_page = [](Slots slots, int pages) {
    std::vector<aio::Coroutine<>> all;
    for (int page = pages - 1; page >= 0; page--) all.push_back(one_page(slots, page));
    return all;
};

aio::Coroutine<> crawl(int pages, int limit) {
    auto all = every_page(std::make_shared<aio::BoundedSemaphore>(limit), pages);
    co_await aio::gather(std::move(all));
}
