// Right: three stages over shared lists, and one condition that tells of every change.
#include "exercises/pipeline/pipeline.hpp"

struct Line {
    std::size_t items;
    std::vector<int> parsed, checked, stored;
    aio::Condition changed;
};

static aio::Coroutine<> add(Line& line, std::vector<int>& list, int item) {
    auto guard = co_await line.changed.acquire();
    list.push_back(item);
    line.changed.notify_all();
}

static aio::Coroutine<int> item_at(Line& line, std::vector<int>& list, std::size_t i) {
    auto guard = co_await line.changed.acquire();
    co_await line.changed.wait_for([&list, i] { return list.size() > i; });
    co_return list[i];
}

static aio::Coroutine<> check_each(Line& line, aio::Duration length) {
    for (std::size_t i = 0; i < line.items; ++i) {
        const int item = co_await item_at(line, line.parsed, i);
        const int checked = co_await check(item, length);
        co_await add(line, line.checked, checked);
    }
}

static aio::Coroutine<> store_each(Line& line, aio::Duration length) {
    for (std::size_t i = 0; i < line.items; ++i) {
        const int item = co_await item_at(line, line.checked, i);
        line.stored.push_back(co_await store(item, length));
    }
}

static aio::Coroutine<> parse_each(Line& line, std::vector<int> items, aio::Duration length) {
    for (const int item : items) {
        const int parsed = co_await parse(item, length);
        co_await add(line, line.parsed, parsed);
    }
}

aio::Coroutine<std::vector<int>> pipeline(std::vector<int> items, aio::Duration parsing,
                                          aio::Duration checking, aio::Duration storing) {
    Line line{items.size(), {}, {}, {}, {}};
    co_await aio::gather(parse_each(line, items, parsing), check_each(line, checking),
                         store_each(line, storing));
    co_return line.stored;
}
