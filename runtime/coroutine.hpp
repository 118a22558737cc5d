#pragma once

#include "runtime/loop/frame.hpp"

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <utility>

namespace aio {

template <class T = void>
class Coroutine;

namespace detail {

template <class T>
class Promise final : public Frame {
public:
    // The defaults are filled in inside the coroutine function itself: its name, file and line cost nothing.
    Coroutine<T> get_return_object(const char* function = __builtin_FUNCTION(),
                                   const char* in_file = __builtin_FILE(),
                                   std::uint32_t at_line = __builtin_LINE());

    template <class U = T>
    void return_value(U&& value) {
        result_.emplace(std::forward<U>(value));
    }

    T take_result() { return std::move(*result_); }

private:
    std::optional<T> result_;
};

template <>
class Promise<void> final : public Frame {
public:
    Coroutine<void> get_return_object(const char* function = __builtin_FUNCTION(),
                                      const char* in_file = __builtin_FILE(),
                                      std::uint32_t at_line = __builtin_LINE());
    void return_void() const noexcept {}
    void take_result() const noexcept {}
};

/// Awaits one coroutine. Takes it from the Coroutine object when the await begins, not before.
template <class T>
class CoroutineAwaiter {
public:
    explicit CoroutineAwaiter(Coroutine<T>& coroutine) noexcept : coroutine_(&coroutine) {}

    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        child_ = coroutine_->release();
        if (child_ == nullptr) throw_already_awaited();
        return await_child(*child_, line);
    }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    T await_resume() {
        if (child_->error) std::rethrow_exception(take_error(*child_));
        const FrameDestroyer destroyer{child_};
        return child_->take_result();
    }

private:
    struct FrameDestroyer {
        Promise<T>* frame;
        ~FrameDestroyer() { frame->handle().destroy(); }
    };

    Coroutine<T>* coroutine_;
    Promise<T>* child_ = nullptr;
};

}  // namespace detail

/// What a coroutine function returns. Nothing runs until it is awaited or made a task.
/// It can be awaited once; a second co_await throws RuntimeError. Dropping it unawaited is reported.
template <class T>
class [[nodiscard("a coroutine does nothing until it is awaited: write co_await before it")]] Coroutine {
public:
    using promise_type = detail::Promise<T>;
    using value_type = T;

    /// Makes an empty object; move a coroutine into it before you await it. Awaiting an empty one throws
    /// RuntimeError.
    Coroutine() noexcept = default;
    Coroutine(Coroutine&& other) noexcept : frame_(other.release()) {}
    Coroutine& operator=(Coroutine&& other) noexcept {
        Coroutine(std::move(other)).swap(*this);
        return *this;
    }
    Coroutine(const Coroutine&) = delete;
    Coroutine& operator=(const Coroutine&) = delete;
    ~Coroutine() {
        if (frame_ != nullptr) detail::drop_unawaited(*frame_);
    }

    detail::CoroutineAwaiter<T> operator co_await() noexcept { return detail::CoroutineAwaiter<T>(*this); }

    /// For the runtime. Releases the frame to the caller; null if it was released before.
    promise_type* release() noexcept { return std::exchange(frame_, nullptr); }

private:
    friend promise_type;
    explicit Coroutine(promise_type& frame) noexcept : frame_(&frame) {}
    void swap(Coroutine& other) noexcept { std::swap(frame_, other.frame_); }

    promise_type* frame_ = nullptr;
};

namespace detail {

template <class T>
Coroutine<T> Promise<T>::get_return_object(const char* function, const char* in_file, std::uint32_t at_line) {
    static_assert(alignof(Promise) <= alignof(std::max_align_t),
                  "a result type must not need more alignment than operator new gives");
    name = function;
    file = in_file;
    line = at_line;
    return Coroutine<T>(*this);
}

inline Coroutine<void> Promise<void>::get_return_object(const char* function, const char* in_file,
                                                        std::uint32_t at_line) {
    name = function;
    file = in_file;
    line = at_line;
    return Coroutine<void>(*this);
}

}  // namespace detail

}  // namespace aio
