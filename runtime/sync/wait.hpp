#pragma once

#include "runtime/loop/ready_queue.hpp"
#include "runtime/loop/task_state.hpp"
#include "runtime/loop/waiter.hpp"

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <string>

namespace aio::detail {

class SyncWait;

/// What a primitive shares with those who wait for it or hold something of it: counted references, one
/// thread.
class SharedState {
public:
    SharedState(const SharedState&) = delete;
    SharedState& operator=(const SharedState&) = delete;

    void retain() noexcept { ++references_; }
    void let_go() noexcept {
        if (--references_ == 0) delete this;
    }

protected:
    SharedState() = default;
    virtual ~SharedState() = default;

private:
    std::uint32_t references_ = 0;
};

/// How a line is spoken of. Texts that live for ever.
struct LineWords {
    Awaited awaited;
    const char* thing;      ///< as in "the … was destroyed"
    const char* detail;     ///< of the events wait_began and wait_ended
    const char* waits_for;  ///< as in a deadlock's "waits for …"
};

/// Those who wait for the same thing, in the order in which they came. Owns none of them.
class WaitLine {
public:
    /// Until when somebody stands in line: until woken or cancelled; or, as in asyncio.Lock, until the task
    /// has come back, so that whoever was called up blocks those behind.
    enum class Until : std::uint8_t { called, back };

    explicit WaitLine(const LineWords& words, Until until = Until::called) noexcept
        : words_(words), until_(until) {}
    WaitLine(const WaitLine&) = delete;
    WaitLine& operator=(const WaitLine&) = delete;

    SyncWait* first() const noexcept { return first_; }
    std::size_t size() const noexcept { return size_; }  ///< without those who were cancelled

    bool wake_first() noexcept;            ///< False when there is none. Requires: Until::called.
    void wake_all() noexcept;              ///< Requires: Until::called.
    void wake(std::size_t most) noexcept;  ///< the first `most`. Requires: Until::called.

    /// The primitive is gone: whoever waits, or waits from now on, is told so with a RuntimeError.
    void close() noexcept;

private:
    friend class SyncWait;
    const LineWords& words_;
    SyncWait* first_ = nullptr;
    SyncWait* last_ = nullptr;
    std::size_t size_ = 0;
    Until until_;
    bool closed_ = false;
};

/// What one coroutine waits for at a primitive, in one step or several: what it does between them (look at
/// the queue again, take a lock back) happens in the loop, at the place in the turn where the task would have
/// run, without a coroutine of its own. So the turns are asyncio's, and reports name the coroutine and line
/// of the program. Lives in the awaiting frame; may be moved, as the classes derived from it are, before it
/// is awaited.
class SyncWait : public Waiter, private Runnable {
public:
    bool await_ready(std::uint32_t line = __builtin_LINE());
    void await_suspend(std::coroutine_handle<>) noexcept;

    /// Calls it up, unless something did before.
    void wake_up() noexcept;
    /// Whether nothing has called it up or cancelled it yet.
    bool waits() const noexcept { return phase_ == Phase::waiting; }

protected:
    /// How a stay in a line ended.
    enum class Left : std::uint8_t { woken, cancelled_in_line, cancelled_once_woken, destroyed };
    /// What now: wait again, or let the coroutine go on.
    enum class Next : std::uint8_t { wait, done, cancelled, destroyed };

    /// `state` holds the lines this will stand in.
    explicit SyncWait(SharedState& state) noexcept : state_(&state) {}
    ~SyncWait() { leave(); }

    /// First thing, in the awaiting coroutine.
    virtual Next start() = 0;
    /// It has left the line it stood in.
    virtual Next go_on(Left left) noexcept = 0;

    /// Goes to the end of a line; what it returns is to be returned.
    Next wait_in(WaitLine& line) noexcept;

    /// Last thing, in await_resume. Throws CancelledError, or RuntimeError when the primitive was destroyed.
    void end();

private:
    friend class WaitLine;
    enum class Phase : std::uint8_t { elsewhere, waiting, woken, cancelled, destroyed };

    void run() final;
    TaskState* stepped() noexcept final { return task(); }
    bool cancel(CancelWork& work) noexcept final;
    Awaiting awaiting() const final;
    void called(Phase phase) noexcept;
    void leave() noexcept;
    void tell(EventKind kind, Outcome outcome) noexcept;

    Reference<SharedState> state_;  // here, so that it outlives the place in line
    WaitLine* in_line_ = nullptr;
    SyncWait* previous_ = nullptr;
    SyncWait* next_ = nullptr;
    const LineWords* words_ = nullptr;        // of the line it stands in, or stood in last
    const LineWords* first_words_ = nullptr;  // of the line it was awaited for
    const char* destroyed_ = nullptr;         // what was, if something was
    std::uint32_t line_ = 0;                  // of the co_await
    Phase phase_ = Phase::elsewhere;
    Next outcome_ = Next::done;
    bool cancelled_again_ = false;  // after it was called up
};

}  // namespace aio::detail
