#pragma once

#include "grader/box/limits.hpp"
#include "grader/protocol/protocol.hpp"
#include "grader/timekeeper/kept_events.hpp"
#include "grader/timeline/run.hpp"
#include "grader/timeline/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// Keeps the time of one scenario: dates what the submission's process tells, keeps every timer it arms, and
/// answers its questions with the next moment. It believes nothing that does not fit: what no honest run
/// would say breaks the protocol. A pure state machine; the conversation itself is in session.hpp.
class Timekeeper {
public:
    /// `room` is how much of Limits::kept_bytes is left.
    explicit Timekeeper(const Scenario& scenario, const Limits& limits = run_limits());
    Timekeeper(const Scenario& scenario, const Limits& limits, std::size_t room);

    /// One record told. An answer is due when it was a question.
    std::optional<protocol::Answer> take(const protocol::Record& record);

    /// Nothing it says is believed from now on. The first reason is kept.
    void break_protocol(std::string how);

    bool finished() const { return finished_; }
    bool deadlocked() const { return deadlocked_; }
    /// How the protocol was broken; empty while it was not.
    const std::string& broken() const { return broken_; }

    Time now() const { return now_; }
    /// What the last record says was printed. Without effect where that record was not believed.
    void printed(std::string text) { events_.printed(std::move(text)); }
    std::vector<Event> take_events() { return events_.take(); }
    /// How many were told; in a long run some are not kept.
    std::size_t events() const { return events_.count(); }
    /// How much room those that are kept take, with all that is made of them.
    std::size_t kept_bytes() const { return events_.bytes(); }
    std::vector<std::uint8_t> take_offered() { return std::move(offered_); }

    /// It told more than it may; nothing of what came after is taken in.
    bool too_much() const { return events() >= most_events_ || told_ >= most_bytes_ || no_room(); }
    /// Nothing more could be kept, because of what is kept of other runs, or of this one.
    bool no_room() const { return events_.full(); }

private:
    // Sleeps are known by their coroutine, timeouts by their number.
    using TimerId = std::pair<protocol::Kind, std::uint64_t>;
    struct Place {
        Time deadline;
        std::uint64_t order;
        auto operator<=>(const Place&) const = default;
    };

    void block(Time length);
    void arm(TimerId id, const protocol::Record& record);
    /// The timer is over; `fired` says that its time had come.
    void end(TimerId id, bool fired);
    void begin_call();
    void end_call(protocol::Outcome outcome);
    void finish();
    protocol::Answer answer(const protocol::Record& question);

    const Scenario& scenario_;
    std::size_t most_events_;
    std::size_t most_bytes_;
    Time now_{};
    std::map<Place, TimerId> timers_;
    std::map<TimerId, Place> places_;
    std::optional<Time> must_fire_up_to_;  // by the next question
    std::uint64_t armed_ = 0;              // timers so far
    std::uint64_t order_ = 0;
    std::size_t calls_ = 0;  // begun so far
    bool calling_ = false;
    bool raised_ = false;
    bool cancelled_ = false;
    bool finished_ = false;
    bool deadlocked_ = false;
    std::string broken_;
    std::size_t told_ = 0;  // bytes of names, details and places
    std::vector<std::uint8_t> offered_;
    KeptEvents events_;
};

}  // namespace grader
