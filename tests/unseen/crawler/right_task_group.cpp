// Right: a task group in place of gather; the semaphore limits.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    const auto place = co_await slots.acquire(); // rendue toute seule
    std::cout << "page " << page << " : debut" << std::endl;
    co_await aio::sleep(1s);
    std::cout << "page " << page << " : fin" << std::endl;
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore places(limit);
    // le groupe attend tous ses enfants, et les annule avec lui
    co_await aio::task_group([&](aio::TaskGroup& groupe) -> aio::Coroutine<> {
        for (int p = 0; p < pages; ++p) {
            groupe.create_task(download(places, p), "page " + std::to_string(p));
        }
        co_return;
    });
}
