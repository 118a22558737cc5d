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

/// The state that a primitive shares with tasks that wait for it or hold something of it: counted references,
/// one thread.
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

/// The words for a queue of waiting tasks. Texts that live for ever.
struct LineWords {
    Awaited awaited;
    const char* thing;      ///< as in "the … was destroyed"
    const char* detail;     ///< of the events wait_began and wait_ended
    const char* waits_for;  ///< as in a deadlock's "waits for …"
};

/// The waits for the same thing, in the order in which they came. Owns none of them.
class WaitLine {
public:
    /// How long a wait stays in the queue: until it is woken or cancelled; or, as in asyncio.Lock, until its
    /// task runs again, so that a task that was woken blocks those behind it.
    enum class Until : std::uint8_t { called, back };

    explicit WaitLine(const LineWords& words, Until until = Until::called) noexcept
        : words_(words), until_(until) {}
    WaitLine(const WaitLine&) = delete;
    WaitLine& operator=(const WaitLine&) = delete;

    SyncWait* first() const noexcept { return first_; }
    std::size_t size() const noexcept { return size_; }  ///< without cancelled waits

    bool wake_first() noexcept;            ///< False when there is none. Requires: Until::called.
    void wake_all() noexcept;              ///< Requires: Until::called.
    void wake(std::size_t most) noexcept;  ///< the first `most`. Requires: Until::called.

    /// The primitive is gone: every task that waits, or waits from now on, gets a RuntimeError.
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

/// One coroutine's wait at a primitive, in one or several steps. The work between the steps (look at the
/// queue again, take a lock back) happens in the loop, at the place in the turn where the task would have
/// run, without a coroutine of its own. So the turns are asyncio's, and reports name the program's coroutine
/// and line. Lives in the awaiting frame; like the classes derived from it, it may be moved before it is
/// awaited.
class SyncWait : public Waiter, private Runnable {
public:
    bool await_ready(std::uint32_t line = __builtin_LINE());
    void await_suspend(std::coroutine_handle<>) noexcept;

    /// Wakes it, unless something did before.
    void wake_up() noexcept;
    /// Whether nothing has woken or cancelled it yet.
    bool waits() const noexcept { return phase_ == Phase::waiting; }

protected:
    /// How a stay in a queue ended.
    enum class Left : std::uint8_t { woken, cancelled_in_line, cancelled_once_woken, destroyed };
    /// The next step: wait again, or let the coroutine go on.
    enum class Next : std::uint8_t { wait, done, cancelled, destroyed };

    /// `state` holds the queues that this will join.
    explicit SyncWait(SharedState& state) noexcept : state_(&state) {}
    ~SyncWait() { leave(); }

    /// Called first, in the awaiting coroutine.
    virtual Next start() = 0;
    /// It has left its queue.
    virtual Next go_on(Left left) noexcept = 0;

    /// Joins the end of a queue; return its result.
    Next wait_in(WaitLine& line) noexcept;

    /// Called last, in await_resume. Throws CancelledError, or RuntimeError when the primitive was destroyed.
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

    Reference<SharedState> state_;  // a reference, so that the state outlives the entry in its queue
    WaitLine* in_line_ = nullptr;
    SyncWait* previous_ = nullptr;
    SyncWait* next_ = nullptr;
    const LineWords* words_ = nullptr;        // of the present or last queue
    const LineWords* first_words_ = nullptr;  // of the first queue
    const char* destroyed_ = nullptr;         // the name of the primitive that was destroyed; else null
    std::uint32_t line_ = 0;                  // of the co_await
    Phase phase_ = Phase::elsewhere;
    Next outcome_ = Next::done;
    bool cancelled_again_ = false;  // the task was cancelled after it had been woken
};

}  // namespace aio::detail
