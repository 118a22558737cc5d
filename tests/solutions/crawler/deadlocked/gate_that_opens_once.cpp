// Fault: All downloads wait at a gate that the last of the tasks opens for a moment: whoever comes later stands there for ever.
// Loses: says-page, every-page-once, limit-kept, slots-used

#include "exercises/crawler/crawler.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << '\n';
    co_await aio::sleep(1s);
}

aio::Coroutine<> behind_the_gate(aio::Event& gate, aio::Semaphore& slots, int page) {
    co_await gate.wait();
    co_await download(slots, page);
}

aio::Coroutine<> open_for_a_moment(aio::Event& gate) {
    gate.set();
    gate.clear();
    co_return;
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    aio::Event gate;
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(behind_the_gate(gate, slots, page));
    all.push_back(open_for_a_moment(gate));
    co_await aio::gather(std::move(all));
}
