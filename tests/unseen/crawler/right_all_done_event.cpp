// Right: the last page that ends sets an event; crawl waits for it, and for nothing when there are no pages; a group keeps the tasks.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
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
    if (pages <= 0) co_return;
    aio::Semaphore places(limit);
    aio::Event fini;
    int reste = pages;
    auto une = [&](int page) -> aio::Coroutine<> {
        co_await download(places, page);
        if (--reste == 0) fini.set();
    };
    co_await aio::task_group([&](aio::TaskGroup& g) -> aio::Coroutine<> {
        for (int page = 0; page < pages; ++page) g.create_task(une(page));
        co_await fini.wait();
        std::cout << "tout est la" << std::endl;
    });
}
