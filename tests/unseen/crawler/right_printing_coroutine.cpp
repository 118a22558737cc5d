// Right: a coroutine of its own prints; every line goes through one lock.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <string>

static aio::Coroutine<> say(std::string text) {
    std::cout << text << "\n";
    co_return;
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    co_await say("page " + std::to_string(page) + " starts");
    co_await aio::sleep(1s);
    co_await say("page " + std::to_string(page) + " stops");
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> todo;
    for (int i = 0; i < pages; ++i) {
        auto next = download(slots, i);
        todo.push_back(std::move(next));
    }
    if (!todo.empty()) co_await aio::gather(std::move(todo));
}
