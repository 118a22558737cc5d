#pragma once

// wait_for(x, 0s) and timeout(0s, x), as programs that log what happens turn by turn, beside what
// CPython 3.13 logs.

#include "runtime/loop/awaitable.hpp"
#include "tests/runtime/turn_log.hpp"

#include <doctest/doctest.h>

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace support {

enum class Limit { wait_for, timeout };

/// One thing to wait for.
struct ZeroCase {
    const char* name;
    aio::Coroutine<> (*program)(TurnLog& log, Limit limit);
    std::string wait_for;  ///< what CPython logs under each limit, from the limit on
    std::string timeout;
    std::string wait_for_here{};  ///< what we log, where runtime/README.md says that it differs
    std::string timeout_here{};
};

template <class T>
std::string spoken(const T& value) {
    if constexpr (std::same_as<T, int>) return std::to_string(value);
    return "it";
}

/// Awaits what `make` gives with no time, logs how that ended, and what `state` says then and five turns
/// later. What was given is kept until the end.
template <class Make, class State>
aio::Coroutine<> no_time(TurnLog& log, Limit limit, Make make, State state) {
    using Value = aio::detail::AwaitResult<std::invoke_result_t<Make>>;
    std::optional<std::conditional_t<std::is_void_v<Value>, bool, Value>> kept;
    std::string how = "gave it";
    log.turn = 0;
    try {
        if constexpr (std::is_void_v<Value>) {
            if (limit == Limit::wait_for) {
                co_await aio::wait_for(make(), 0s);
            } else {
                co_await aio::timeout(0s, make());
            }
        } else if (limit == Limit::wait_for) {
            Value value = co_await aio::wait_for(make(), 0s);
            how = "gave " + spoken(value);
            kept.emplace(std::move(value));
        } else {
            Value value = co_await aio::timeout(0s, make());
            how = "gave " + spoken(value);
            kept.emplace(std::move(value));
        }
    } catch (const aio::TimeoutError&) {
        how = "TimeoutError";
    } catch (const aio::CancelledError&) {
        how = "CancelledError";
    }
    log(how);
    if (aio::current_task().cancelling() > 0) log("cancelling");
    log(state());
    co_await turns(5);
    log(state());
}

inline aio::Coroutine<> whole_case(TurnLog& log, const ZeroCase& one, Limit limit) {
    const auto ticker = aio::create_task(counts_turns(log));
    co_await aio::sleep(0s);
    log.turn = 0;
    co_await one.program(log, limit);
    ticker.cancel();
}

/// In one line.
inline std::string logged(const ZeroCase& one, Limit limit) {
    TurnLog log;
    in_virtual_time(whole_case(log, one, limit), &log);
    std::string line = log.text.substr(0, log.text.size() - 1);
    for (std::size_t at = line.find('\n'); at != std::string::npos; at = line.find('\n'))
        line.replace(at, 1, ", ");
    return line;
}

inline void check_all(const std::vector<ZeroCase>& cases) {
    for (const ZeroCase& one : cases) {
        CAPTURE(one.name);
        const std::string wait_for = logged(one, Limit::wait_for);
        CHECK(wait_for == (one.wait_for_here.empty() ? one.wait_for : one.wait_for_here));
        const std::string timeout = logged(one, Limit::timeout);
        CHECK(timeout == (one.timeout_here.empty() ? one.timeout : one.timeout_here));
    }
}

}  // namespace support
