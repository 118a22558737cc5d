// Right: each item goes its own way through three locks, whose lines keep the order.
#include "exercises/pipeline/pipeline.hpp"

struct Machines {
    aio::Lock parser;
    aio::Lock checker;
    aio::Lock storer;
};

static aio::Coroutine<int> through(Machines& machines, int item, aio::Duration p, aio::Duration c,
                                   aio::Duration s) {
    auto at_parser = co_await machines.parser.acquire();
    item = co_await parse(item, p);
    at_parser.release();
    auto at_checker = co_await machines.checker.acquire();
    item = co_await check(item, c);
    at_checker.release();
    auto at_storer = co_await machines.storer.acquire();
    co_return co_await store(item, s);
}

aio::Coroutine<std::vector<int>> pipeline(std::vector<int> items, aio::Duration parsing,
                                          aio::Duration checking, aio::Duration storing) {
    Machines machines;
    std::vector<aio::Coroutine<int>> all;
    for (const int item : items) all.push_back(through(machines, item, parsing, checking, storing));
    co_return co_await aio::gather(std::move(all));
}
