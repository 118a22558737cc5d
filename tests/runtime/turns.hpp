#pragma once

// Counts turns of the loop, for tests of what something costs: the figures are asyncio's.

#include "runtime/aio.hpp"
#include "runtime/loop/awaitable.hpp"

#include <type_traits>

namespace support {

/// A task that counts turns until this dies. Requires: made inside run(), then one sleep(0).
class Turns {
public:
    Turns() : task_(aio::create_task(count(turns_))) {}
    ~Turns() { task_.cancel(); }
    Turns(const Turns&) = delete;
    Turns& operator=(const Turns&) = delete;
    int now() const { return turns_; }

private:
    static aio::Coroutine<> count(int& turns) {
        for (;;) {
            ++turns;
            co_await aio::sleep(std::chrono::seconds(0));
        }
    }

    int turns_ = 0;
    aio::Task<> task_;
};

/// How many turns awaiting what `make` gives costs, from its making on, however it ends.
template <class Make>
aio::Coroutine<int> turns_of(Make make) {
    const Turns turns;
    co_await aio::sleep(std::chrono::seconds(0));
    const int before = turns.now();
    try {
        auto awaitable = make();
        if constexpr (std::is_void_v<aio::detail::AwaitResult<decltype(awaitable)>>) {
            co_await awaitable;
        } else {
            [[maybe_unused]] const auto value = co_await awaitable;
        }
    } catch (...) {
    }
    co_return turns.now() - before;
}

}  // namespace support
