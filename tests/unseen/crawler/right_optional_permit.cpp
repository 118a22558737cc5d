// Right: the permit in a std::optional, reset by hand at the end; the optional's destructor does it on the way out of an error.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <optional>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    std::optional<aio::Permit> slot;
    slot.emplace(co_await slots.acquire());
    std::cout << "start of " << page << std::endl;
    for (auto piece : {500ms, 250ms, 125ms, 125ms}) co_await aio::sleep(piece);
    slot.reset();
    std::cout << "end of " << page << std::endl;
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Task<>> running;
    for (int page = 0; page < pages; ++page) running.emplace_back(aio::create_task(download(slots, page)));
    co_await aio::gather(std::move(running));
}
