// Right: a queue with room for `limit` tokens is the semaphore: put one in to begin, take one out when done.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <memory>
#include <vector>

using namespace std::chrono_literals;

struct Token {};
using Room = std::shared_ptr<aio::Queue<Token>>;

static aio::Coroutine<> transfer(int page) {
    std::cerr << "transfer of " << page << " begins\n";
    co_await aio::sleep(1s);
    std::cerr << "transfer of " << page << " ends\n";
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    co_await transfer(page);
}

aio::Coroutine<> guarded(Room room, int page) {
    Token token;
    co_await room->put(token);
    co_await transfer(page);
    room->get_nowait();
}

aio::Coroutine<> crawl(int pages, int limit) {
    Room room = std::make_shared<aio::Queue<Token>>(limit);
    std::vector<aio::Coroutine<>> all;
    all.reserve(static_cast<std::size_t>(pages));
    for (int page = 0; page != pages; ++page) all.push_back(guarded(room, page));
    co_await aio::gather(std::move(all));
}
