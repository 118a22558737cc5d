// Right: a chain: who has finished a page starts the next one; a cancellation is announced and passed on.
#include "exercises/crawler/crawler.hpp"

#include <algorithm>
#include <iostream>
#include <memory>
#include <vector>

using namespace std::chrono_literals;

struct Plan {
    Plan(int pages, int limit) : slots(limit), pages(pages) {}
    aio::Semaphore slots;
    int pages;
    int next = 0;
};

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Page n° " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> chain(std::shared_ptr<Plan> plan) {
    if (plan->next == plan->pages) co_return;
    const int page = plan->next++;
    co_await download(plan->slots, page);
    co_await chain(plan);
}

aio::Coroutine<> crawl(int pages, int limit) {
    auto plan = std::make_shared<Plan>(pages, limit);
    std::vector<aio::Coroutine<>> chains;
    const int beginners = std::min(pages, limit);
    for (int i = 0; i < beginners; ++i) chains.push_back(chain(plan));
    try {
        co_await aio::gather(std::move(chains));
    } catch (const aio::CancelledError&) {
        std::cout << "Arrêt demandé." << std::endl;
        throw;
    }
}
