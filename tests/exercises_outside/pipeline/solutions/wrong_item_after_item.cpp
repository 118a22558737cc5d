// Wrong: the next item begins when the one before it is stored.
// Loses: stages-overlap
#include "exercises/pipeline/pipeline.hpp"

aio::Coroutine<std::vector<int>> pipeline(std::vector<int> items, aio::Duration parsing,
                                          aio::Duration checking, aio::Duration storing) {
    std::vector<int> stored;
    for (const int item : items) {
        const int parsed = co_await parse(item, parsing);
        const int checked = co_await check(parsed, checking);
        stored.push_back(co_await store(checked, storing));
    }
    co_return stored;
}
