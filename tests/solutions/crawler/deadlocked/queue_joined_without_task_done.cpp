// Fault: waits for queue.join(), but the workers never call task_done().
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <memory>
#include <vector>

using namespace std::chrono_literals;

using Pages = std::shared_ptr<aio::Queue<int>>;

aio::Coroutine<> fetch(int page) {
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    co_await fetch(page);
}

aio::Coroutine<> worker(Pages todo) {
    while (true) {
        int page = co_await todo->get();
        co_await fetch(page);
    }
}

struct Staff {
    std::vector<aio::Task<>> workers;
    ~Staff() {
        for (auto& one : workers) one.cancel();
    }
};

aio::Coroutine<> crawl(int pages, int limit) {
    Pages todo = std::make_shared<aio::Queue<int>>();
    for (int page = 0; page < pages; ++page) todo->put_nowait(page);
    Staff staff;
    for (int i = 0; i < limit; ++i) staff.workers.push_back(aio::create_task(worker(todo)));
    co_await todo->join();
}
