#pragma once

#include "grader/run/timekeeper.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace by_hand {

using grader::Scenario;
using grader::Timekeeper;

inline constexpr Time forever = Time::max();

inline Scenario one_call() {
    Scenario scenario;
    scenario.script.calls.push_back({"toast_bread", {}});
    return scenario;
}

/// A timekeeper and the scenario it keeps the time of, with the call begun.
struct Kept {
    explicit Kept(Scenario scenario = one_call()) : of(std::move(scenario)), keeper(of) {
        keeper.take(record(Kind::call_began));
    }
    Kept(const Kept&) = delete;
    Kept& operator=(const Kept&) = delete;

    void told(Kind kind, Time length = Time::zero(), std::uint32_t coroutine = 1) {
        CHECK_FALSE(keeper.take(record(kind, length, coroutine)));
    }
    void timeout(Kind kind, std::uint64_t number, Time length = Time::zero()) {
        Record made = record(kind, length);
        made.subject = number;
        CHECK_FALSE(keeper.take(made));
    }
    void cancelled(std::uint32_t coroutine = 1) {
        Record made = record(Kind::sleep_ended, {}, coroutine);
        made.completion = protocol::Completion::cancelled;
        CHECK_FALSE(keeper.take(made));
    }
    void call_over() { told(Kind::call_ended); }
    /// Asks at the time that both know.
    protocol::Answer asks() { return asks_at(keeper.now()); }
    protocol::Answer asks_at(Time childs_time) {
        const auto answer = keeper.take(record(Kind::asks, childs_time));
        REQUIRE(answer);
        return *answer;
    }
    std::string broken() const { return keeper.broken(); }

    Scenario of;
    Timekeeper keeper;
};

inline Time time_of(const protocol::Answer& answer) { return Time(answer.now_ns); }

}  // namespace by_hand
