#pragma once

#include "runtime/loop/thread_job.hpp"

#include <coroutine>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace aio {

namespace detail {

template <class Function>
class FunctionJob final : public ThreadJob {
public:
    using Value = std::invoke_result_t<Function>;
    static_assert(!std::is_reference_v<Value>,
                  "a function for to_thread() must return a value, not a reference");

    explicit FunctionJob(Function function) : function_(std::move(function)) {}

    Value take() {
        if constexpr (!std::is_void_v<Value>) return std::move(*value_);
    }

private:
    void call() override {
        if constexpr (std::is_void_v<Value>) {
            std::move(function_)();
        } else {
            value_.emplace(std::move(function_)());
        }
    }

    Function function_;
    std::optional<std::conditional_t<std::is_void_v<Value>, bool, Value>> value_;
};

template <class Function>
class ToThreadAwaiter {
public:
    explicit ToThreadAwaiter(const Reference<FunctionJob<Function>>& job) noexcept
        : job_(job), wait_(Reference<ThreadJob>(job.get())) {}

    bool await_ready(std::uint32_t line = __builtin_LINE()) { return wait_.ready(line); }
    void await_suspend(std::coroutine_handle<> handle) noexcept { wait_.begin(handle); }
    auto await_resume() {
        wait_.end();
        return job_->take();
    }

private:
    Reference<FunctionJob<Function>> job_;
    ThreadWait wait_;
};

}  // namespace detail

/// What to_thread() returns: await it, once.
template <class Function>
class [[nodiscard("no thread runs until it is awaited: write co_await before to_thread()")]] ToThread {
public:
    explicit ToThread(Function function) : job_(new detail::FunctionJob<Function>(std::move(function))) {}
    ToThread(ToThread&&) noexcept = default;
    ToThread& operator=(ToThread&&) noexcept = default;

    detail::ToThreadAwaiter<Function> operator co_await() const noexcept {
        return detail::ToThreadAwaiter<Function>(job_);
    }

private:
    detail::Reference<detail::FunctionJob<Function>> job_;
};

/// Calls `function` in another thread, for work that would block the loop; other coroutines run meanwhile.
/// Gives its result, or throws its exception. The function must not use aio, and must guard data that it
/// shares with the loop. Cancelling the wait does not stop a function that has begun: its result is thrown
/// away, run() waits for its end, and it must not refer into the frame that awaited it.
template <class Function>
ToThread<std::decay_t<Function>> to_thread(Function&& function) {
    return ToThread<std::decay_t<Function>>(std::forward<Function>(function));
}

/// The same for a function with arguments, which are copied or moved along.
template <class Function, class... Argument>
    requires(sizeof...(Argument) > 0)
auto to_thread(Function&& function, Argument&&... arguments) {
    return to_thread([call = std::decay_t<Function>(std::forward<Function>(function)),
                      ... kept = std::decay_t<Argument>(std::forward<Argument>(arguments))]() mutable {
        return std::move(call)(std::move(kept)...);
    });
}

}  // namespace aio
