// Right: crawl counts what is running itself, and waits on a condition until a place is free.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <memory>
#include <string>
#include <vector>

using namespace std::chrono_literals;

class Gate {
  public:
    explicit Gate(int places) : free_(places) {}

    aio::Coroutine<> enter() {
        auto guard = co_await changed_.acquire();
        while (free_ == 0) co_await changed_.wait();
        --free_;
    }
    aio::Coroutine<> leave() {
        auto guard = co_await changed_.acquire();
        ++free_;
        changed_.notify();
    }

  private:
    int free_;
    aio::Condition changed_;
};

aio::Coroutine<> get(int page) {
    std::cout << "page #" + std::to_string(page) + "\n";
    co_await aio::sleep(1000ms);
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    const auto slot = co_await slots.acquire();
    co_await get(page);
}

aio::Coroutine<> through(std::shared_ptr<Gate> gate, int page) {
    co_await gate->enter();
    co_await get(page);
    co_await gate->leave();
}

aio::Coroutine<> crawl(int pages, int limit) {
    auto gate = std::make_shared<Gate>(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(through(gate, page));
    co_await aio::gather(std::move(all));
}
