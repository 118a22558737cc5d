// Right: a chain: whoever ends starts the next page as a new task of the same group.
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

struct Chain {
    aio::TaskGroup& group;
    aio::Semaphore& slots;
    int next;
    int pages;
};

// `chain` is in crawl's frame, which waits for the group
static aio::Coroutine<> link(Chain& chain, int page) {
    co_await download(chain.slots, page);
    if (chain.next < chain.pages) {
        int successor = chain.next++;
        chain.group.create_task(link(chain, successor));
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<Chain> keep;
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        keep.push_back(Chain{group, slots, 0, pages});
        Chain& chain = keep.front();
        while (chain.next < pages && chain.next < limit) {
            int page = chain.next++;
            group.create_task(link(chain, page));
        }
        co_return;
    });
}
