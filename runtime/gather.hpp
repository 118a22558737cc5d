#pragma once

#include "runtime/loop/awaitable.hpp"
#include "runtime/loop/gather_state.hpp"
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

namespace detail {

template <class T>
using NotVoid = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

template <class T>
NotVoid<T> gathered(GatherState& state, std::size_t index) {
    auto& child = static_cast<TaskResult<T>&>(state.child(index));
    if constexpr (std::is_void_v<T>) {
        return {};
    } else {
        return child.value(!child.shared());
    }
}

template <class Awaitable>
Coroutine<AwaitResult<Awaitable>> await_it(Awaitable awaitable) {
    co_return co_await awaitable;
}

template <class T>
Task<T> as_task(Coroutine<T>& coroutine) {
    return create_task(coroutine);
}
template <class T>
Task<T> as_task(Task<T>& task) {
    return task;
}
template <class T>
Task<T> as_task(const Task<T>& task) {
    return task;
}
template <class Awaitable>
Task<AwaitResult<Awaitable>> as_task(Awaitable& awaitable) {
    return create_task(await_it<Awaitable>(std::move(awaitable)));
}

/// The common half of both kinds of gather.
class GatherAwaiter {
public:
    bool await_ready(std::uint32_t line = __builtin_LINE()) noexcept {
        line_ = line;
        return state_->ready();
    }
    void await_suspend(std::coroutine_handle<>) noexcept { state_->begin(line_); }

protected:
    explicit GatherAwaiter(std::vector<Reference<TaskState>> tasks) : state_(GatherState::of(std::move(tasks))) {}
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
    explicit Gather(const Task<T>&... tasks)
        : GatherAwaiter(std::vector<detail::Reference<detail::TaskState>>{
              detail::Reference<detail::TaskState>(&tasks.state())...}) {}

    auto await_resume() {
        detail::GatherState& state = finish();
        if constexpr (!(std::is_void_v<T> && ...)) return results(state, std::index_sequence_for<T...>());
    }

private:
    template <std::size_t... Index>
    static std::tuple<detail::NotVoid<T>...> results(detail::GatherState& state, std::index_sequence<Index...>) {
        return std::tuple<detail::NotVoid<T>...>(detail::gathered<T>(state, Index)...);
    }
};

/// What gather(vector) returns: await it.
template <class T>
class [[nodiscard("write co_await before gather(): without it nobody waits for the results")]] GatherAll final
    : public detail::GatherAwaiter {
public:
    explicit GatherAll(std::vector<detail::Reference<detail::TaskState>> tasks) : GatherAwaiter(std::move(tasks)) {}

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

/// Runs all at the same time and waits for all: coroutines (each becomes a task at once; named ones are consumed),
/// tasks, or other awaitables. Gives their results in argument order, as a std::tuple with std::monostate for void;
/// nothing when all are void. When one fails, the others are cancelled, and its error is thrown once they have ended.
template <class... Awaitable>
auto gather(Awaitable&&... awaitables) {
    return Gather<typename decltype(detail::as_task(awaitables))::value_type...>{detail::as_task(awaitables)...};
}

/// The same for any number of coroutines or tasks of one kind; gives a std::vector in the order given.
template <class Awaitable>
auto gather(std::vector<Awaitable>& awaitables) {
    std::vector<detail::Reference<detail::TaskState>> tasks;
    tasks.reserve(awaitables.size());
    for (Awaitable& one : awaitables) tasks.emplace_back(&detail::as_task(one).state());
    return GatherAll<typename decltype(detail::as_task(awaitables.front()))::value_type>(std::move(tasks));
}
template <class Awaitable>
auto gather(std::vector<Awaitable>&& awaitables) {
    return gather(awaitables);
}
template <class T>
auto gather(const std::vector<Task<T>>& tasks) {
    return gather(std::vector<Task<T>>(tasks));
}

}  // namespace aio
