// Right: a class holds the semaphore; its member coroutines live as long as the object.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

class Crawler {
public:
    Crawler(int pages, int limit) : pages_(pages), slots_(limit) {}

    aio::Coroutine<> everything() {
        std::vector<aio::Coroutine<>> visits;
        for (int page = 0; page < pages_; ++page) visits.push_back(visit(page));
        co_await aio::gather(std::move(visits));
        std::cout << done_ << " visits\n";
    }

private:
    aio::Coroutine<> visit(int page) {
        co_await download(slots_, page);
        ++done_;
    }

    int pages_;
    int done_ = 0;
    aio::Semaphore slots_;
};

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "GET /" << page << ".html ... ";
    co_await aio::sleep(1s);
    std::cout << "200\n";
    slot.release();
}

aio::Coroutine<> crawl(int pages, int limit) {
    Crawler crawler(pages, limit);
    co_await crawler.everything();
}
