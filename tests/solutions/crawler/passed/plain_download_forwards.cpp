// Right: download is a plain function that forwards, and the slot is moved into the helper that holds it.
#include "exercises/crawler/crawler.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <ranges>
#include <string>
#include <vector>

namespace {

aio::Coroutine<> hold(aio::Permit slot, std::string text) {
    std::puts(text.c_str());
    co_await aio::sleep(std::chrono::milliseconds(1000));
    slot.release();
}

aio::Coroutine<> take_and_hold(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    co_await hold(std::move(slot), "downloading page no. " + std::to_string(page));
}

} // namespace

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    return take_and_hold(slots, page);
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots{limit};
    std::vector<aio::Task<>> tasks;
    std::ranges::transform(std::views::iota(0, pages), std::back_inserter(tasks),
                           [&slots](int page) { return aio::create_task(download(slots, page)); });
    co_await aio::gather(tasks);
}
