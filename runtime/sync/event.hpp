#pragma once

#include "runtime/sync/wait.hpp"

namespace aio {

namespace detail {

/// A flag and the tasks that wait for it. The rules are those of asyncio.Event (Lib/asyncio/locks.py, CPython
/// 3.13).
class EventState final : public SharedState {
public:
    bool is_set() const noexcept { return set_; }
    void set() noexcept;
    void clear() noexcept { set_ = false; }
    WaitLine& line() noexcept { return line_; }

private:
    bool set_ = false;
    WaitLine line_{words};
    static const LineWords words;
};

}  // namespace detail

/// What Event::wait() returns: await it.
class [[nodiscard("nothing waits until it is awaited: write co_await before wait()")]] EventWait final
    : public detail::SyncWait {
public:
    /// Throws CancelledError, or RuntimeError when the event was destroyed meanwhile.
    void await_resume() { end(); }

    explicit EventWait(detail::EventState& event) noexcept : SyncWait(event), event_(event) {}
    EventWait(EventWait&& other) noexcept : EventWait(other.event_) {}  // before it is awaited

private:
    Next start() override;
    Next go_on(Left left) noexcept override;

    detail::EventState& event_;
};

/// A flag that any number of tasks can wait for. It may be made, set and cleared outside run(). A task that
/// still waits when it is destroyed gets a RuntimeError.
class Event {
public:
    Event() : state_(new detail::EventState) {}
    ~Event() { state_->line().close(); }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;

    /// Raises the flag: all waiting tasks go on at the next turn, in the order in which they came, even if
    /// the flag is cleared before. Later calls of wait() return at once.
    void set() noexcept { state_->set(); }

    /// Lowers the flag: from now on wait() waits for the next set().
    void clear() noexcept { state_->clear(); }

    bool is_set() const noexcept { return state_->is_set(); }

    /// Waits until the flag is up; no turn when it is.
    EventWait wait() noexcept { return EventWait(*state_); }

private:
    detail::Reference<detail::EventState> state_;
};

}  // namespace aio
