// Wrong: a zero in a queue means the end, so that an item 0 ends the line.
// Loses: results, one-at-a-time, stages-overlap
#include "exercises/pipeline/pipeline.hpp"

#include <exception>
#include <functional>

using Belt = aio::Queue<int>;
using Machine = std::function<aio::Coroutine<int>(int, aio::Duration)>;

static aio::Coroutine<> stage(Machine machine, aio::Duration length, Belt& from, Belt& to) {
    for (;;) {
        const int item = co_await from.get();
        if (!item) break;
        const int made = co_await machine(item, length);
        to.put_nowait(made);
    }
    to.put_nowait(0);
}

aio::Coroutine<std::vector<int>> pipeline(std::vector<int> items, aio::Duration parsing,
                                          aio::Duration checking, aio::Duration storing) {
    Belt raw, parsed, checked, stored;
    for (const int item : items) raw.put_nowait(item);
    raw.put_nowait(0);
    try {
        co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
            group.create_task(stage(parse, parsing, raw, parsed));
            group.create_task(stage(check, checking, parsed, checked));
            group.create_task(stage(store, storing, checked, stored));
            co_return;
        });
    } catch (const aio::ExceptionGroup& group) {
        std::rethrow_exception(group.errors().front());
    }
    std::vector<int> results;
    while (stored.size() > 1) results.push_back(stored.get_nowait());
    co_return results;
}
