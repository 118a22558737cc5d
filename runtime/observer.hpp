#pragma once

#include "runtime/duration.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace aio {

/// The events of which an Observer is told. A subject (see ObservedEvent) is the number of the thing that the
/// event is about.
enum class EventKind : std::uint8_t {
    coroutine_began,        ///< subject: its number; detail: its name. Told just before its first step
    coroutine_ended,        ///< subject: its number; outcome
    task_created,           ///< subject: the new task; detail: its coroutine
    task_ended,             ///< subject: the task; outcome
    cancel_requested,       ///< subject: the task that cancel() was called on
    sleep_began,            ///< length
    sleep_ended,            ///< length; outcome
    yielded,                ///< sleep(0s): at the back of the queue
    wait_began,             ///< subject: the task awaited (0 for several); awaited; detail: its word
    wait_ended,             ///< as wait_began; outcome
    timeout_armed,          ///< subject: the timeout; length
    timeout_expired,        ///< subject: the timeout
    timeout_disarmed,       ///< subject: the timeout
    semaphore_created,      ///< subject: the semaphore; count: its slots
    semaphore_wait_began,   ///< subject: the semaphore
    semaphore_acquired,     ///< subject: the semaphore; count: the slots still free
    semaphore_wait_ended,   ///< subject: the semaphore; a wait that ended without a slot
    semaphore_released,     ///< subject: the semaphore; count: the slots free now
    never_awaited,          ///< detail: the coroutine that was dropped; line: where it is defined
    error_never_retrieved,  ///< subject: the task; detail: what() of its error, or its done callback's
    task_left_behind,       ///< subject: a task that run() had to cancel at its end
    deadlocked,  ///< once for every coroutine that waits; awaited; detail: for what, or the name of the task
    slow_step,   ///< RunOptions::slow_step; coroutine, line: where it began; length; detail: where it ended
};

/// How a coroutine, a task or a wait ended.
enum class Outcome : std::uint8_t { returned, raised, cancelled };

/// What a coroutine waits for.
enum class Awaited : std::uint8_t {
    other,
    task,
    gather,
    task_group,
    event,
    lock,
    condition,
    barrier,
    queue_get,
    queue_put,
    queue_join,
    count  ///< how many there are
};

/// How a wait for something ends.
struct AwaitedType {
    Awaited awaited{};
    bool is_signal = false;  ///< another task decides when: a timeout around it may be what is waited for
    bool has_steps = false;  ///< a task that is woken may find it taken again, and wait on
};

inline constexpr std::array<AwaitedType, static_cast<std::size_t>(Awaited::count)> awaited_types{{
    {Awaited::other, false, false},
    {Awaited::task, false, false},
    {Awaited::gather, false, false},
    {Awaited::task_group, false, false},
    {Awaited::event, true, false},
    {Awaited::lock, true, false},
    {Awaited::condition, true, true},
    {Awaited::barrier, true, true},
    {Awaited::queue_get, true, true},
    {Awaited::queue_put, true, true},
    {Awaited::queue_join, false, true},
}};

constexpr const AwaitedType& type_of(Awaited awaited) {
    return awaited_types[static_cast<std::size_t>(awaited)];
}

static_assert(
    [] {
        for (std::size_t i = 0; i < awaited_types.size(); ++i)
            if (awaited_types[i].awaited != static_cast<Awaited>(i)) return false;
        return true;
    }(),
    "awaited_types describes everything that can be awaited, in its order");

/// One instant of a run. Pointers are valid during the call only.
struct ObservedEvent {
    EventKind kind{};
    Outcome outcome = Outcome::returned;
    Duration at{};                   ///< loop time
    std::uint32_t task_id = 0;       ///< the task being stepped; 0 outside any
    std::uint32_t coroutine_id = 0;  ///< the coroutine being stepped; 0 outside any
    const char* coroutine = "";      ///< its function's name
    const char* file = "";           ///< where that coroutine is written
    std::uint32_t line = 0;          ///< of the co_await, where the event has one
    std::uint64_t subject = 0;
    std::int64_t count = 0;
    Duration length{};
    const char* detail = "";
    Awaited awaited{};
};

/// Watches a run. It must outlive run(). An observer that throws is switched off; the run goes on unchanged.
class Observer {
public:
    virtual ~Observer() = default;
    virtual void on(const ObservedEvent& event) = 0;
};

}  // namespace aio
