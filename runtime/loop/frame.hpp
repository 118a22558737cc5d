#pragma once

#include "runtime/loop/frame_pool.hpp"

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>

namespace aio::detail {

/// The part of every coroutine's promise that does not depend on its result.
///
/// The owner of a frame: before its first step the Coroutine object; from then on the task that steps it.
/// When the frame ends, its awaiter takes the result and destroys it. When the task is torn down, its frames
/// are destroyed, innermost first.
class Frame {
public:
    // Inside the coroutine function the size is a constant, and so is the place in the pool.
    static void* operator new(std::size_t size) { return pool_allocate(size); }
    static void operator delete(void* memory, std::size_t size) noexcept { pool_free(memory, size); }

    std::suspend_always initial_suspend() const noexcept { return {}; }

    /// Hands over to the awaiter of this frame, or ends the task.
    struct FinalSuspend {
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<>) const noexcept;
        void await_resume() const noexcept {}
    };
    FinalSuspend final_suspend() const noexcept { return {}; }

    void unhandled_exception() noexcept;

    /// The handle of this frame. The promise is where the compiler puts a Promise<T>, for every T: asserted
    /// there.
    std::coroutine_handle<> handle() noexcept { return std::coroutine_handle<Frame>::from_promise(*this); }

    void number(std::uint32_t its_id) noexcept { id = its_id & 0x7fff'ffffU; }

    Frame* awaiter = nullptr;  ///< the frame that awaits this one; null at a task's root
    std::exception_ptr error;  ///< what the body threw
    const char* name = "";     ///< of the coroutine function
    const char* file = "";     ///< the file that contains the coroutine function
    std::uint32_t line = 0;    ///< of the co_await where it waits; of its definition before the first step
    // One word: a separate bool would cost every frame 8 bytes.
    std::uint32_t id : 31 = 0;        ///< 0 before the first step, and without an observer
    std::uint32_t cancelled : 1 = 0;  ///< the error is a CancelledError

protected:
    Frame() = default;
    ~Frame() = default;
};

/// co_await of a coroutine, by the loop's current frame: begins `child`, now or when that frame has
/// suspended. Returns whether it has already ended.
bool await_child(Frame& child, std::uint32_t line) noexcept;

/// The error of a frame's body. The frame is destroyed before the error is rethrown, because an exception
/// costs half as much if there is nothing to clean up.
std::exception_ptr take_error(Frame& frame) noexcept;

/// Called when a coroutine object is destroyed or overwritten before its first step. Reports and destroys its
/// frame. A chain of coroutines that hold one another as arguments is taken down without recursion.
void drop_unawaited(Frame& frame) noexcept;

/// Throws the RuntimeError for a coroutine awaited twice, or after it was given away.
[[noreturn]] void throw_already_awaited();

}  // namespace aio::detail
