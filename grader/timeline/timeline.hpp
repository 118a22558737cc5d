#pragma once

#include "grader/timeline/run.hpp"
#include "grader/timeline/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grader {

/// A stretch of time in which a coroutine of the submission waited: it awaited a sleep, or something that did
/// not come before a timeout around it expired, or it blocked the loop.
struct Wait {
    enum class End : std::uint8_t { over, cancelled, never };

    Time begin{};
    Time end{};      ///< the end of the run, if it never ended
    Time planned{};  ///< its planned length
    End how = End::never;
    bool blocking = false;
    std::string_view in_what;  ///< of a blocking one: the kind of call
    std::string_view coroutine;
    std::uint32_t coroutine_id = 0;
    std::uint32_t task_id = 0;
    std::uint32_t line = 0;
    std::size_t call = 0;   ///< which call of the script it belongs to
    std::size_t index = 0;  ///< of its first event
};

/// A stretch of time in which a coroutine of the submission held a semaphore's slot.
struct Hold {
    Time begin{};
    Time end{};  ///< where it was never given back: the end of the run
    std::string_view coroutine;
    std::uint32_t coroutine_id = 0;
    std::size_t index = 0;  ///< of its first event
};

/// A timer that fired: a timer of the submission, or of the code that calls it.
struct Timer {
    Time begin{};
    Time planned{};
    Time end{};  ///< later than planned if timers are late
    std::size_t call = 0;
};

/// Text that was printed at once.
struct Print {
    Time at{};
    std::string_view text;
    std::uint32_t coroutine_id = 0;
    std::uint32_t task_id = 0;
    std::size_t call = 0;
    std::size_t index = 0;
};

/// One call of the script.
struct CallSpan {
    std::string_view function;
    Time begin{};
    Time end{};
    std::optional<protocol::Completion> completion;  ///< nothing: it never came back
    std::size_t index = 0;                           ///< of its first event
    bool disturbed = false;    ///< when it began, a call before it had left something running
    std::string_view error{};  ///< what() of the exception that came out of the call
    std::vector<std::pair<std::string_view, std::string_view>> results;

    /// The first result of that name, or "".
    std::string result(std::string_view name) const;
    /// All results of that name, in order.
    std::vector<std::string> all_results(std::string_view name) const;
};

/// A run as spans. Built from its events alone, so that a test can write one by hand. It refers to the run's
/// texts.
struct Timeline {
    /// Both must outlive it.
    Timeline(const Scenario& of_scenario, const Run& of_run);

    std::vector<Wait> waits;  ///< by their begin
    std::vector<Hold> holds;  ///< by their begin
    std::vector<Timer> timers;
    std::vector<Print> prints;
    std::vector<CallSpan> calls;
    const Scenario* scenario;
    const Run* run;

    /// The waits of one call of the script, by their begin. They live as long as the timeline.
    std::span<const Wait> waits_in(std::size_t call) const;

    /// The call in which an event happened. Requires: a call had begun by then.
    std::size_t call_of(const Event& event) const;
};

}  // namespace grader
