#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace protocol {

/// What a record tells. The first are aio's own events (runtime/observer.hpp says what their fields hold).
enum class Kind : std::uint8_t {
    coroutine_began,
    coroutine_ended,
    task_created,
    task_ended,
    cancel_requested,
    sleep_began,
    sleep_ended,
    yielded,
    wait_began,
    wait_ended,
    timeout_armed,
    timeout_expired,
    timeout_disarmed,
    semaphore_created,
    semaphore_wait_began,
    semaphore_acquired,
    semaphore_wait_ended,
    semaphore_released,
    never_awaited,
    error_never_retrieved,
    task_left_behind,
    deadlocked,
    // What the process's own recorder adds.
    printed,         ///< count: bytes of standard output so far
    blocked,         ///< length: how long the loop was blocked, and nothing else ran; detail: in what; where
    thread_started,  ///< by the coroutine being stepped; where
    stuck,           ///< the loop waits for what can never come, outside of aio; detail: for what; where
    crashed,         ///< a signal is about to end the process; where
    call_began,      ///< subject: which call of the script; detail: the function
    call_ended,      ///< subject; completion; detail: what() of an error that came out of it; where: it was
                     ///< thrown
    result,          ///< subject: the call; name: which; detail: the value
    asks,            ///< nothing can run: what now? length: the time as this process knows it
    finished,        ///< the script is over
    offered,   ///< detail: a byte for each choice among ready tasks since the last record of this kind: how
               ///< many
    overtook,  ///< one ready task went before others that came first; subject: it; count: the first of these
    count      ///< how many kinds there are
};

/// Whether a verdict's timeline shows an event.
enum class Shown : std::uint8_t { always, of_submission, never };

/// Whether the grader keeps an event. A run may consist almost only of those that are kept early (fifty
/// thousand nested awaits, an endless yield), and no measure asks for them.
enum class Kept : std::uint8_t { always, early, never };

/// What an event is about: a step of the task that it names, or the run.
enum class Scope : std::uint8_t { step, run };

/// All that the grader has to know of a kind of event to pass it on.
struct EventType {
    Kind kind{};
    std::string_view word;  ///< in JSON; verdict.schema.json lists those that are shown
    Shown shown{};
    Kept kept{};
    Scope scope{};
};

inline constexpr std::array<EventType, static_cast<std::size_t>(Kind::count)> event_types{{
    {Kind::coroutine_began, "coroutine_began", Shown::of_submission, Kept::early, Scope::step},
    {Kind::coroutine_ended, "coroutine_ended", Shown::of_submission, Kept::early, Scope::step},
    {Kind::task_created, "task_created", Shown::of_submission, Kept::always, Scope::step},
    {Kind::task_ended, "task_ended", Shown::of_submission, Kept::always, Scope::step},
    {Kind::cancel_requested, "cancel_requested", Shown::of_submission, Kept::always, Scope::step},
    {Kind::sleep_began, "sleep_began", Shown::of_submission, Kept::always, Scope::step},
    {Kind::sleep_ended, "sleep_ended", Shown::of_submission, Kept::always, Scope::step},
    {Kind::yielded, "yielded", Shown::of_submission, Kept::early, Scope::step},
    {Kind::wait_began, "wait_began", Shown::of_submission, Kept::early, Scope::step},
    {Kind::wait_ended, "wait_ended", Shown::of_submission, Kept::early, Scope::step},
    {Kind::timeout_armed, "timeout_armed", Shown::of_submission, Kept::always, Scope::step},
    {Kind::timeout_expired, "timeout_expired", Shown::always, Kept::always, Scope::step},
    {Kind::timeout_disarmed, "timeout_disarmed", Shown::of_submission, Kept::always, Scope::step},
    {Kind::semaphore_created, "semaphore_created", Shown::of_submission, Kept::always, Scope::step},
    {Kind::semaphore_wait_began, "semaphore_wait_began", Shown::of_submission, Kept::early, Scope::step},
    {Kind::semaphore_acquired, "semaphore_acquired", Shown::of_submission, Kept::always, Scope::step},
    {Kind::semaphore_wait_ended, "semaphore_wait_ended", Shown::of_submission, Kept::early, Scope::step},
    {Kind::semaphore_released, "semaphore_released", Shown::of_submission, Kept::always, Scope::step},
    {Kind::never_awaited, "never_awaited", Shown::always, Kept::always, Scope::step},
    {Kind::error_never_retrieved, "error_never_retrieved", Shown::always, Kept::always, Scope::step},
    {Kind::task_left_behind, "task_left_behind", Shown::always, Kept::always, Scope::step},
    {Kind::deadlocked, "deadlocked", Shown::of_submission, Kept::always, Scope::run},
    {Kind::printed, "printed", Shown::never, Kept::always, Scope::step},
    {Kind::blocked, "blocked", Shown::of_submission, Kept::always, Scope::step},
    {Kind::thread_started, "thread_started", Shown::of_submission, Kept::always, Scope::run},
    {Kind::stuck, "stuck", Shown::always, Kept::always, Scope::run},
    {Kind::crashed, "crashed", Shown::always, Kept::always, Scope::run},
    {Kind::call_began, "call_began", Shown::always, Kept::always, Scope::run},
    {Kind::call_ended, "call_ended", Shown::always, Kept::always, Scope::run},
    {Kind::result, "result", Shown::always, Kept::always, Scope::run},
    {Kind::asks, "asks", Shown::never, Kept::never, Scope::run},
    {Kind::finished, "finished", Shown::never, Kept::always, Scope::run},
    {Kind::offered, "offered", Shown::never, Kept::never, Scope::run},
    {Kind::overtook, "overtook", Shown::always, Kept::always, Scope::run},
}};

constexpr const EventType& type_of(Kind kind) { return event_types[static_cast<std::size_t>(kind)]; }

static_assert(
    [] {
        for (std::size_t i = 0; i < event_types.size(); ++i)
            if (event_types[i].kind != static_cast<Kind>(i)) return false;
        return true;
    }(),
    "event_types describes every kind, in the order of the kinds");

}  // namespace protocol
