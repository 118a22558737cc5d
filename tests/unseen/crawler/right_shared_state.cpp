// Right: everything lives in a shared_ptr that every coroutine keeps by value.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <memory>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

struct State {
    State(int pages, int limit) : pages(pages), slots(limit) {}
    int pages;
    int next = 0;
    aio::Semaphore slots;
};

static aio::Coroutine<> worker(std::shared_ptr<State> state) {
    while (state->next < state->pages) {
        auto page = state->next++;
        co_await download(state->slots, page);
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    auto state = std::make_shared<State>(pages, limit);
    std::vector<aio::Coroutine<>> workers;
    for (int i = 0; i < limit; ++i) workers.push_back(worker(state));
    co_await aio::gather(std::move(workers));
}
