#pragma once

#include "grader/verdict/failure.hpp"
#include "runtime/coroutine.hpp"

#include <optional>
#include <utility>

namespace grader {

namespace detail {

/// Does the work until SIGINT or SIGTERM comes, and gives the signal's number; 0 where none came.
aio::Coroutine<int> interrupting_signal(aio::Coroutine<> work);

template <class T>
aio::Coroutine<> keep_result(std::optional<T>& result, aio::Coroutine<T> work) {
    T value = co_await work;
    result.emplace(std::move(value));
}

}  // namespace detail

/// Does the work, unless somebody interrupts it. Gives what it gave, and throws what it threw.
///
/// SIGINT (Ctrl-C) or SIGTERM cancels it: boxes are closed and temporary folders go, as at any other end.
/// Then the returned failure says that it was interrupted, whatever the work itself returned or threw. A
/// second signal has its usual effect, in case the cleanup takes too long.
template <class T>
aio::Coroutine<Expected<T>> until_interrupted(aio::Coroutine<Expected<T>> work) {
    std::optional<Expected<T>> result;
    const int signal = co_await detail::interrupting_signal(detail::keep_result(result, std::move(work)));
    if (signal != 0) co_return Failure::interrupted_by(signal);
    co_return *std::move(result);
}

}  // namespace grader
