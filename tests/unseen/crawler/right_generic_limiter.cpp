// Right: a general helper `Limiter` that runs any job, given as a std::function, under a limit.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <functional>

class Limiter {
public:
    explicit Limiter(int limit) : slots_(limit) {}
    aio::Coroutine<> run(std::function<aio::Coroutine<>()> job) {
        auto slot = co_await slots_.acquire();
        co_await job();
    }
private:
    aio::Semaphore slots_;
};

static aio::Coroutine<> transfer(int page) {
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    co_await transfer(page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    Limiter limiter(limit);
    std::vector<aio::Coroutine<>> jobs;
    for (int page = 0; page < pages; ++page)
        jobs.push_back(limiter.run([page] { return transfer(page); }));
    co_await aio::gather(std::move(jobs));
}
