// Wrong: the stages are tasks that nobody stops when one of them throws.
// Loses: error-comes-out
#include "exercises/pipeline/pipeline.hpp"

#include <memory>

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

struct Line {
    aio::Queue<int> parsed{1};
    aio::Queue<int> checked{1};
    std::vector<int> stored;
};

aio::Coroutine<> kept(std::shared_ptr<Line> line, aio::Coroutine<> stage) { co_await stage; }

}  // namespace

aio::Coroutine<std::vector<int>> pipeline(std::vector<int> items, aio::Duration parsing,
                                          aio::Duration checking, aio::Duration storing) {
    auto line = std::make_shared<Line>();
    const auto parser = aio::create_task(kept(line, parse_all(std::move(items), parsing, line->parsed)));
    const auto checker = aio::create_task(kept(line, check_all(line->parsed, checking, line->checked)));
    const auto storer = aio::create_task(kept(line, store_all(line->checked, storing, line->stored)));
    try {
        co_await checker;
        co_await storer;
    } catch (const aio::CancelledError&) {
        for (const auto& task : {parser, checker, storer}) task.cancel();
        throw;
    }
    co_return line->stored;
}
