#pragma once

#include "grader/protocol/protocol.hpp"
#include "grader/texts/text.hpp"
#include "grader/timeline/shared_text.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grader {

/// Virtual time since a scenario began.
using Time = std::chrono::nanoseconds;

/// A record as a run keeps it: a hundred thousand of them must take little memory, so they share texts, and
/// `where` is null if there are no places.
using Told = protocol::BasicRecord<SharedText, std::shared_ptr<const std::vector<std::uint64_t>>>;

/// One thing that happened, and when: a record, dated by the grader.
struct Event {
    Time at{};
    Told what;
};

/// The record with these texts, or with copies of its own.
Told told(const protocol::Record& record, SharedText name, SharedText detail);
Told told(const protocol::Record& record);

/// What a coroutine waits for, as in "waits for …". Requires: a record of Kind::deadlocked.
Text what_is_awaited(const Told& deadlocked);

/// How a scenario's process ended.
enum class Ending {
    finished,
    deadlocked,    ///< at the end of the conversation, every task waited for ever
    crashed,       ///< by a signal, see Run::signal
    raised,        ///< an exception came out of a call, see Run::error
    exited_early,  ///< it exited before the end of the script
    timed_out_cpu,
    timed_out_wall,
    over_budget,  ///< all runs of the submission together took too long; this one was stopped, or not begun
    memory_limit,
    output_limit,
    forbidden,       ///< it made a system call that only an attack makes
    event_limit,     ///< it sent more records than the grader reads; nobody knows whether it would have ended
    broke_protocol,  ///< it sent a record that no honest run would send
};

/// Whether further runs are useless: each would take as long as this one, or could not be started.
constexpr bool is_hopeless(Ending ending) {
    return ending == Ending::timed_out_cpu || ending == Ending::timed_out_wall ||
           ending == Ending::event_limit || ending == Ending::over_budget;
}

/// Everything that is known about one scenario's run.
struct Run {
    Ending ending = Ending::finished;
    int signal = 0;
    int exit_code = 0;  ///< if no signal ended it
    std::string error;  ///< what() of the exception; or how the protocol was broken
    std::vector<Event> events;
    std::size_t events_told = 0;  ///< larger than the size of `events` if some were not kept
    bool after_others = false;    ///< of Ending::event_limit: other runs took most of the memory
    Time duration{};
    std::vector<std::uint8_t> offered;  ///< for each choice among ready tasks: how many there were
    std::uint64_t cpu_us = 0;
    std::uint64_t max_rss_kb = 0;
    std::shared_ptr<const void> room;  ///< its part of the session's Limits::kept_bytes; given back with it

    /// The amount of events.
    std::size_t size() const { return std::max(events.size(), events_told); }
};

}  // namespace grader
