// Right: a class that lives in crawl's frame, with a run() of its own and a counter of what is done.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

class Crawler {
public:
    Crawler(int pages, int limit) : pages_(pages), slots_(limit) {}

    aio::Coroutine<> run() {
        std::vector<aio::Coroutine<>> jobs;
        for (int page = 0; page < pages_; ++page) jobs.push_back(one(page));
        co_await aio::gather(std::move(jobs));
    }

private:
    aio::Coroutine<> one(int page) {
        co_await download(slots_, page);
        ++finished_;
        std::cout << finished_ << " finished so far\n";
    }

    int pages_;
    int finished_ = 0;
    aio::Semaphore slots_;
};

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    Crawler crawler(pages, limit);
    co_await crawler.run();
}
