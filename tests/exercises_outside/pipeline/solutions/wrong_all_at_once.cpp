// Wrong: all items are in the same stage at the same time.
// Loses: one-at-a-time, stages-overlap
#include "exercises/pipeline/pipeline.hpp"

static aio::Coroutine<int> through(int item, aio::Duration p, aio::Duration c, aio::Duration s) {
    item = co_await parse(item, p);
    item = co_await check(item, c);
    co_return co_await store(item, s);
}

aio::Coroutine<std::vector<int>> pipeline(std::vector<int> items, aio::Duration parsing,
                                          aio::Duration checking, aio::Duration storing) {
    std::vector<aio::Coroutine<int>> all;
    for (const int item : items) all.push_back(through(item, parsing, checking, storing));
    co_return co_await aio::gather(std::move(all));
}
