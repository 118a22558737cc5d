// Right: condition with a while loop around wait(), guard held only for the counting, notify_all by a later turn of the same worker.
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

namespace {
class Slots {
public:
    explicit Slots(int limit) : left_(limit) {}

    aio::Coroutine<> take() {
        auto guard = co_await cond_.acquire();
        while (left_ == 0) co_await cond_.wait();
        left_ -= 1;
    }
    aio::Coroutine<> give() {
        auto guard = co_await cond_.acquire();
        left_ += 1;
        cond_.notify_all();
    }

private:
    int left_;
    aio::Condition cond_;
};

aio::Coroutine<> load(Slots& slots, int page) {
    co_await slots.take();
    std::cout << "loading page " << page << "\n";
    co_await aio::sleep(1s);
    co_await slots.give();
}
}  // namespace

aio::Coroutine<> crawl(int pages, int limit) {
    Slots slots(limit);
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (int page = 0; page < pages; ++page) group.create_task(load(slots, page));
        co_return;
    });
}
