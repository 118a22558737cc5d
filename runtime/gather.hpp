#pragma once

#include "runtime/loop/gather_state.hpp"
#include "runtime/result.hpp"
#include "runtime/task.hpp"

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace aio {

/// The type of return_exceptions.
struct ReturnExceptions {
    explicit ReturnExceptions() = default;
};

/// As gather()'s first argument: wait for all, even if some fail, and give a Result for each.
inline constexpr ReturnExceptions return_exceptions{};

namespace detail {

template <class T>
using NotVoid = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

template <class T>
NotVoid<T> gathered(GatherState& state, std::size_t index) {
    if constexpr (std::is_void_v<T>) {
        return {};
    } else {
        auto& child = static_cast<TaskResult<T>&>(state.child(index));
        return child.value(!child.shared());
    }
}

template <class T>
Result<T> settled(GatherState& state, std::size_t index) {
    if (auto error = state.child(index).error()) return Result<T>(std::move(error));
    if constexpr (std::is_void_v<T>) {
        return Result<T>();
    } else {
        return Result<T>(gathered<T>(state, index));
    }
}

/// The common part of every kind of gather.
class GatherAwaiter {
public:
    static constexpr bool is_future = true;  // for wait_for()

    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        line_ = line;
        return state_->ready();
    }
    void await_suspend(std::coroutine_handle<>) noexcept { state_->begin(line_); }

    /// For wait_for().
    void come_one_turn_later() noexcept { state_->come_one_turn_later(); }

protected:
    explicit GatherAwaiter(Reference<GatherState> state) noexcept : state_(std::move(state)) {}
    GatherState& finish() {
        state_->end(line_);
        return *state_;
    }

private:
    Reference<GatherState> state_;
    std::uint32_t line_ = 0;
};

}  // namespace detail

/// What gather(a, b, …) returns: await it.
template <class... T>
class [[nodiscard("write co_await before gather(): without it nobody waits for the results")]] Gather final
    : public detail::GatherAwaiter {
public:
    explicit Gather(detail::Reference<detail::GatherState> state) noexcept
        : GatherAwaiter(std::move(state)) {}

    auto await_resume() {
        detail::GatherState& state = finish();
        if constexpr (!(std::is_void_v<T> && ...)) return results(state, std::index_sequence_for<T...>());
    }

private:
    template <std::size_t... Index>
    static std::tuple<detail::NotVoid<T>...> results(detail::GatherState& state,
                                                     std::index_sequence<Index...>) {
        return std::tuple<detail::NotVoid<T>...>(detail::gathered<T>(state, Index)...);
    }
};

/// What gather(vector) returns: await it.
template <class T>
class [[nodiscard("write co_await before gather(): without it nobody waits for the results")]] GatherAll final
    : public detail::GatherAwaiter {
public:
    explicit GatherAll(detail::Reference<detail::GatherState> state) noexcept
        : GatherAwaiter(std::move(state)) {}

    auto await_resume() {
        detail::GatherState& state = finish();
        if constexpr (!std::is_void_v<T>) {
            std::vector<T> results;
            results.reserve(state.size());
            for (std::size_t i = 0; i < state.size(); ++i) results.push_back(detail::gathered<T>(state, i));
            return results;
        }
    }
};

/// What gather(return_exceptions, a, b, …) returns: await it.
template <class... T>
class [[nodiscard("write co_await before gather(): without it nobody waits for the results")]] Settle final
    : public detail::GatherAwaiter {
public:
    explicit Settle(detail::Reference<detail::GatherState> state) noexcept
        : GatherAwaiter(std::move(state)) {}

    std::tuple<Result<T>...> await_resume() { return results(finish(), std::index_sequence_for<T...>()); }

private:
    template <std::size_t... Index>
    static std::tuple<Result<T>...> results(detail::GatherState& state, std::index_sequence<Index...>) {
        return std::tuple<Result<T>...>(detail::settled<T>(state, Index)...);
    }
};

/// What gather(return_exceptions, vector) returns: await it.
template <class T>
class [[nodiscard("write co_await before gather(): without it nobody waits for the results")]] SettleAll final
    : public detail::GatherAwaiter {
public:
    explicit SettleAll(detail::Reference<detail::GatherState> state) noexcept
        : GatherAwaiter(std::move(state)) {}

    std::vector<Result<T>> await_resume() {
        detail::GatherState& state = finish();
        std::vector<Result<T>> results;
        results.reserve(state.size());
        for (std::size_t i = 0; i < state.size(); ++i) results.push_back(detail::settled<T>(state, i));
        return results;
    }
};

namespace detail {

template <class... Awaitable>
Reference<GatherState> gather_each(OnFailure on_failure, Awaitable&... awaitables) {
    Gathering tasks;
    (tasks.add(as_task(awaitables).state(), IsTask<Awaitable>), ...);
    return tasks.begin(on_failure);
}

template <class Awaitable>
Reference<GatherState> gather_all(OnFailure on_failure, std::vector<Awaitable>& awaitables) {
    Gathering tasks;
    tasks.reserve(awaitables.size());
    for (Awaitable& one : awaitables) tasks.add(as_task(one).state(), IsTask<Awaitable>);
    return tasks.begin(on_failure);
}

}  // namespace detail

/// Runs all at the same time and waits for all: coroutines (each becomes a task at once; named ones are
/// consumed), tasks, or other awaitables. Gives their results in argument order, as a std::tuple with
/// std::monostate for void; nothing when all are void. When one fails, the others are cancelled, and its
/// error is thrown once they have ended. Throws RuntimeError outside run(), for a coroutine already awaited,
/// and when a task would await itself.
template <detail::CanAwait... Awaitable>
auto gather(Awaitable&&... awaitables) {
    return Gather<detail::TaskValue<Awaitable>...>(
        detail::gather_each(detail::OnFailure::cancel_others, awaitables...));
}

/// The same for any number of coroutines or tasks of one kind; gives a std::vector in the order given.
template <class Awaitable>
auto gather(std::vector<Awaitable>& awaitables) {
    return GatherAll<detail::TaskValue<Awaitable>>(
        detail::gather_all(detail::OnFailure::cancel_others, awaitables));
}
template <class Awaitable>
auto gather(std::vector<Awaitable>&& awaitables) {
    return gather(awaitables);
}
template <class Awaitable>
    requires detail::CanAwait<const Awaitable&>
auto gather(const std::vector<Awaitable>& handles) {
    return gather(std::vector<Awaitable>(handles));
}

/// Runs all at the same time and waits for all, also if some fail: the failure of one does not cancel the
/// others. Gives a std::tuple of Result<T> in argument order.
template <detail::CanAwait... Awaitable>
auto gather(ReturnExceptions, Awaitable&&... awaitables) {
    return Settle<detail::TaskValue<Awaitable>...>(
        detail::gather_each(detail::OnFailure::go_on, awaitables...));
}

/// The same for any number of one kind; gives a std::vector of Result<T> in the order given.
template <class Awaitable>
auto gather(ReturnExceptions, std::vector<Awaitable>& awaitables) {
    return SettleAll<detail::TaskValue<Awaitable>>(detail::gather_all(detail::OnFailure::go_on, awaitables));
}
template <class Awaitable>
auto gather(ReturnExceptions, std::vector<Awaitable>&& awaitables) {
    return gather(return_exceptions, awaitables);
}
template <class Awaitable>
    requires detail::CanAwait<const Awaitable&>
auto gather(ReturnExceptions, const std::vector<Awaitable>& handles) {
    return gather(return_exceptions, std::vector<Awaitable>(handles));
}

}  // namespace aio
