#include "pipeline.hpp"

namespace {

aio::Coroutine<> parse_all(std::vector<int> items, aio::Duration length, aio::Queue<int>& to) {
    for (const int item : items) {
        const int parsed = co_await parse(item, length);
        co_await to.put(parsed);
    }
    to.shutdown();
}

aio::Coroutine<> check_all(aio::Queue<int>& from, aio::Duration length, aio::Queue<int>& to) {
    try {
        for (;;) {
            const int parsed = co_await from.get();
            const int checked = co_await check(parsed, length);
            co_await to.put(checked);
        }
    } catch (const aio::QueueShutDown&) {
        to.shutdown();
    }
}

aio::Coroutine<> store_all(aio::Queue<int>& from, aio::Duration length, std::vector<int>& stored) {
    try {
        for (;;) {
            const int checked = co_await from.get();
            stored.push_back(co_await store(checked, length));
        }
    } catch (const aio::QueueShutDown&) {
    }
}

}  // namespace

aio::Coroutine<std::vector<int>> pipeline(std::vector<int> items, aio::Duration parsing,
                                          aio::Duration checking, aio::Duration storing) {
    aio::Queue<int> parsed(1);
    aio::Queue<int> checked(1);
    std::vector<int> stored;
    co_await aio::gather(parse_all(std::move(items), parsing, parsed), check_all(parsed, checking, checked),
                         store_all(checked, storing, stored));
    co_return stored;
}
