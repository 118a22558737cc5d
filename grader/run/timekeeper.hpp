#pragma once

#include "grader/box/limits.hpp"
#include "grader/protocol/protocol.hpp"
#include "grader/run/choices.hpp"
#include "grader/run/kept_events.hpp"
#include "grader/timeline/run.hpp"
#include "grader/timeline/scenario.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// Keeps the time of one scenario: dates the records of the submission's process, keeps every timer that it
/// arms, and answers its questions with the next moment. A record that no honest run would send breaks the
/// protocol. A pure state machine; the conversation itself is in session.hpp.
class Timekeeper {
public:
    /// `usual`: see Choices. `scenario` outlives it.
    explicit Timekeeper(const Scenario& scenario, const Limits& limits = run_limits(),
                        const std::vector<std::uint8_t>& usual = {});
    /// `room` is the part of Limits::kept_bytes that is left.
    Timekeeper(const Scenario& scenario, const Limits& limits, const std::vector<std::uint8_t>& usual,
               std::size_t room);

    /// Reads one record. An answer is due if it was a question.
    std::optional<protocol::Answer> take(const protocol::Record& record);

    /// From now on no record is believed. The first reason is kept.
    void break_protocol(std::string how);

    bool finished() const { return finished_; }
    bool deadlocked() const { return deadlocked_; }
    /// How the protocol was broken; empty if it was not.
    const std::string& broken() const { return broken_; }

    Time now() const { return now_; }
    /// Sets the text that the last record printed. No effect if that record was not believed.
    void printed(std::string text) { events_.printed(std::move(text)); }
    std::vector<Event> take_events() { return events_.take(); }
    /// The memory that the kept events take, with everything that is computed from them.
    std::size_t kept_bytes() const { return events_.bytes(); }
    std::vector<std::uint8_t> take_offered() { return choices_.take_offered(); }

    /// It sent more records than allowed; later records are ignored. Choices and questions are counted apart
    /// from other events: an honest run has fewer of each than of all other events.
    bool too_much() const { return told() >= most_events_ || told_bytes_ >= most_bytes_ || no_room(); }
    /// The number of events, choices or questions, whichever is largest. In a long run some events are not
    /// kept.
    std::size_t told() const { return std::max({events_.count(), choices_.count(), questions_}); }
    /// No memory is left for more events: those of other runs, or of this one, have used it up.
    bool no_room() const { return events_.full(); }

private:
    // Sleeps are identified by their coroutine, timeouts by their number.
    using TimerId = std::pair<protocol::Kind, std::uint64_t>;
    struct Armed {
        TimerId id;
        std::uint32_t task = 0;
    };
    /// When a timer is due; of those due at the same moment, the one armed first comes first.
    struct Due {
        Time deadline;
        std::uint64_t order;
        auto operator<=>(const Due&) const = default;
    };

    void block(Time length);
    void arm(TimerId id, const protocol::Record& record);
    /// The timer is over; `fired` says that its time had come.
    void end(TimerId id, bool fired);
    void begin_call();
    void end_call(protocol::Completion completion);
    void finish();
    protocol::Answer answer(const protocol::Record& question);
    /// The tasks whose sleeps end by `moment`, in the order in which they go on; empty if other timers end,
    /// too.
    std::vector<std::uint32_t> sleepers(Time moment) const;

    const Scenario& scenario_;
    std::size_t most_events_;
    std::size_t most_bytes_;
    Time now_{};
    std::map<Due, Armed> timers_;
    std::map<TimerId, Due> due_;
    std::optional<Time> must_fire_up_to_;  // by the next question
    std::uint64_t armed_ = 0;              // timers so far
    std::uint64_t order_ = 0;
    std::size_t calls_ = 0;  // begun so far
    bool calling_ = false;
    std::optional<Time> cancel_at_;  // the call under way
    bool raised_ = false;
    bool finished_ = false;
    bool deadlocked_ = false;
    std::string broken_;
    std::size_t told_bytes_ = 0;  // of names, details and places
    std::size_t questions_ = 0;
    Choices choices_;
    KeptEvents events_;
};

}  // namespace grader
