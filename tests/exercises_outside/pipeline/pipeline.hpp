#pragma once

#include "runtime/aio.hpp"

#include <stdexcept>
#include <vector>

class BadItem : public std::runtime_error {
public:
    BadItem() : std::runtime_error("a bad item") {}
};

// The three stages. Each is a machine that handles one item at a time.

inline aio::Coroutine<int> parse(int item, aio::Duration length) {
    co_await aio::sleep(length);
    co_return item * 10;
}

/// Throws BadItem when it is negative.
inline aio::Coroutine<int> check(int parsed, aio::Duration length) {
    co_await aio::sleep(length);
    if (parsed < 0) throw BadItem();
    co_return parsed + 1;
}

inline aio::Coroutine<int> store(int checked, aio::Duration length) {
    co_await aio::sleep(length);
    co_return checked;
}

/// Takes every item through parse(), check() and store(), in the order of `items`. While one item is being
/// stored, the next one is checked, and the one after it parsed. Gives what store() gave, in order. When a
/// stage throws, the others stop, and its error goes on to the caller. This is what you write.
aio::Coroutine<std::vector<int>> pipeline(std::vector<int> items, aio::Duration parsing,
                                          aio::Duration checking, aio::Duration storing);
