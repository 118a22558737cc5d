#include "grader/timekeeper/timekeeper.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

using namespace by_hand;
using grader::Scenario;
using grader::Timekeeper;

namespace {

constexpr Time forever = Time::max();

Scenario one_call() {
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
        made.outcome = protocol::Outcome::cancelled;
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

Time time_of(const protocol::Answer& answer) { return Time(answer.now_ns); }

}  // namespace

TEST_CASE("timekeeper: time stands still until something asks, then jumps to the next timer") {
    Kept kept;
    kept.told(Kind::sleep_began, 5s, 1);
    kept.told(Kind::sleep_began, 2s, 2);
    CHECK(kept.keeper.now() == 0s);
    CHECK(time_of(kept.asks()) == 2s);
    kept.told(Kind::sleep_ended, 0s, 2);
    CHECK(kept.keeper.now() == 2s);
    CHECK(time_of(kept.asks()) == 5s);
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: events are dated with the moment at which they were told") {
    Kept kept;
    kept.told(Kind::sleep_began, 2s);
    kept.asks();
    kept.told(Kind::sleep_ended);
    const auto events = kept.keeper.take_events();
    REQUIRE(events.size() == 3);
    CHECK(events[0].what.kind == Kind::call_began);
    CHECK(events[1].at == 0s);
    CHECK(events[2].at == 2s);
    CHECK(events[2].what.kind == Kind::sleep_ended);
}

TEST_CASE("timekeeper: two timers of one moment are answered with one jump") {
    Kept kept;
    kept.told(Kind::sleep_began, 1s, 1);
    kept.told(Kind::sleep_began, 1s, 2);
    kept.told(Kind::sleep_began, 3s, 3);
    CHECK(time_of(kept.asks()) == 1s);
    kept.told(Kind::sleep_ended, 0s, 2);
    kept.told(Kind::sleep_ended, 0s, 1);
    CHECK(time_of(kept.asks()) == 3s);
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: a blocking call moves the time, and timers that it passed are due at once") {
    Kept kept;
    kept.told(Kind::sleep_began, 1s, 1);
    kept.told(Kind::blocked, 4s, 2);
    CHECK(kept.keeper.now() == 4s);
    CHECK(time_of(kept.asks()) == 4s);
    kept.told(Kind::sleep_ended, 0s, 1);
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: a sleep that was cancelled no longer counts") {
    Kept kept;
    kept.told(Kind::sleep_began, 1s, 1);
    kept.told(Kind::sleep_began, 3s, 2);
    kept.cancelled(1);
    CHECK(time_of(kept.asks()) == 3s);
}

TEST_CASE("timekeeper: a timeout is a timer too, until it is disarmed") {
    Kept kept;
    kept.timeout(Kind::timeout_armed, 1, 2s);
    kept.timeout(Kind::timeout_armed, 2, 1s);
    kept.timeout(Kind::timeout_disarmed, 2);
    CHECK(time_of(kept.asks()) == 2s);
    kept.timeout(Kind::timeout_expired, 1);
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: a timeout of nothing or less expires at once") {
    for (const Time length : {Time(0s), Time(-5s)}) {
        Kept kept;
        kept.timeout(Kind::timeout_armed, 1, length);
        kept.timeout(Kind::timeout_expired, 1);
        CHECK(kept.broken() == "");
    }
}

TEST_CASE("timekeeper: who asks with no timer left is told that nothing will ever happen") {
    Kept kept;
    const protocol::Answer answer = kept.asks();
    CHECK(answer.nothing);
    CHECK(kept.keeper.deadlocked());
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: the outsider's cancellation comes at its moment, once") {
    Scenario scenario = one_call();
    scenario.cancel_at = 400ms;
    Kept kept(scenario);
    kept.told(Kind::sleep_began, 1s);
    const protocol::Answer first = kept.asks();
    CHECK(first.cancel);
    CHECK(time_of(first) == 400ms);
    const protocol::Answer second = kept.asks();
    CHECK_FALSE(second.cancel);
    CHECK(time_of(second) == 1s);
}

TEST_CASE("timekeeper: the outsider's cancellation comes before a timer of the same moment, and after earlier ones") {
    Scenario scenario = one_call();
    scenario.cancel_at = 1s;
    Kept kept(scenario);
    kept.told(Kind::sleep_began, 500ms, 1);
    kept.told(Kind::sleep_began, 1s, 2);
    CHECK_FALSE(kept.asks().cancel);
    kept.told(Kind::sleep_ended, 0s, 1);
    CHECK(kept.asks().cancel);
}

TEST_CASE("timekeeper: the outsider also cancels who waits for ever") {
    Scenario scenario = one_call();
    scenario.cancel_at = 400ms;
    Kept kept(scenario);
    const protocol::Answer answer = kept.asks();
    CHECK(answer.cancel);
    CHECK_FALSE(answer.nothing);
    CHECK(kept.asks().nothing);
}

TEST_CASE("timekeeper: late timers fire as late as both sides compute, and never early") {
    Scenario scenario = one_call();
    scenario.script.late_seed = 77;
    Kept kept(scenario);
    Time now = 0s;
    for (std::uint64_t timer = 0; timer < 50; ++timer) {
        kept.told(Kind::sleep_began, 1s);
        const Time fired = time_of(kept.asks());
        CHECK(fired - now == 1s + Time(protocol::lateness_ns(77, timer, 0)));
        CHECK(fired - now > 1s);
        kept.told(Kind::sleep_ended);
        now = fired;
    }
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: the end of the script is the end, and ends well") {
    Kept kept;
    kept.call_over();
    kept.told(Kind::finished);
    CHECK(kept.keeper.finished());
    CHECK_FALSE(kept.keeper.deadlocked());
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: a timer that fires before its time breaks the protocol") {
    Kept kept;
    kept.told(Kind::sleep_began, 2s);
    kept.told(Kind::sleep_ended);
    CHECK(kept.broken() == "a timer that fired before its time");
}

TEST_CASE("timekeeper: a timeout that expires before its time breaks the protocol") {
    Kept kept;
    kept.timeout(Kind::timeout_armed, 1, 2s);
    kept.timeout(Kind::timeout_expired, 1);
    CHECK(kept.broken() == "a timer that fired before its time");
}

TEST_CASE("timekeeper: a late timer that fires on time breaks the protocol") {
    Scenario scenario = one_call();
    scenario.script.late_seed = 77;
    Kept kept(scenario);
    kept.told(Kind::sleep_began, 2s);
    kept.told(Kind::blocked, 2s, 2);
    kept.told(Kind::sleep_ended);
    CHECK(kept.broken() == "a timer that fired before its time");
}

TEST_CASE("timekeeper: a timer that does not fire when its time has come breaks the protocol") {
    Kept kept;
    kept.told(Kind::sleep_began, 2s);
    kept.asks();
    kept.asks();
    CHECK(kept.broken() == "a timer that did not fire when its time had come");
}

TEST_CASE("timekeeper: the end of a wait that never began breaks the protocol") {
    Kept kept;
    kept.told(Kind::sleep_began, 2s, 1);
    kept.told(Kind::sleep_ended, 0s, 2);
    CHECK(kept.broken() == "the end of a wait that never began");
    Kept timeouts;
    timeouts.timeout(Kind::timeout_disarmed, 9);
    CHECK(timeouts.broken() == "the end of a wait that never began");
}

TEST_CASE("timekeeper: a wait that ends twice breaks the protocol") {
    Kept kept;
    kept.told(Kind::sleep_began, 2s);
    kept.asks();
    kept.told(Kind::sleep_ended);
    kept.told(Kind::sleep_ended);
    CHECK(kept.broken() == "the end of a wait that never began");
}

TEST_CASE("timekeeper: one coroutine in two sleeps at once breaks the protocol") {
    Kept kept;
    kept.told(Kind::sleep_began, 2s);
    kept.told(Kind::sleep_began, 3s);
    CHECK(kept.broken() == "one coroutine in two sleeps at once");
}

TEST_CASE("timekeeper: a length of time below nothing breaks the protocol") {
    for (const Kind kind : {Kind::sleep_began, Kind::blocked}) {
        Kept kept;
        kept.told(kind, -1ns);
        CHECK(kept.broken() == "a negative length of time");
    }
}

TEST_CASE("timekeeper: who reads another time than the grader's breaks the protocol") {
    for (const Time childs_time : {Time(1s), Time(-1s)}) {
        Kept kept;
        kept.told(Kind::sleep_began, 2s);
        kept.asks_at(childs_time);
        CHECK(kept.broken() == "it reads another time than the grader's");
        CHECK(kept.keeper.now() == 0s);
    }
}

TEST_CASE("timekeeper: who goes on talking after the end breaks the protocol") {
    Kept kept;
    kept.call_over();
    kept.told(Kind::finished);
    kept.told(Kind::printed);
    CHECK(kept.broken() == "it went on talking after the end");
}

TEST_CASE("timekeeper: the first reason is kept, and nothing is believed after it") {
    Kept kept;
    kept.told(Kind::sleep_ended);
    const std::size_t events = kept.keeper.events();
    kept.told(Kind::blocked, 5s);
    CHECK(kept.broken() == "the end of a wait that never began");
    CHECK(kept.keeper.events() == events);
    CHECK(kept.keeper.now() == 0s);
}

TEST_CASE("timekeeper: time does not run over, however long it is blocked") {
    Kept kept;
    kept.told(Kind::blocked, forever);
    kept.told(Kind::blocked, forever);
    CHECK(kept.keeper.now() == forever);
    kept.told(Kind::sleep_began, forever);
    CHECK(time_of(kept.asks()) == forever);
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: time does not run over for a late timer either") {
    Scenario scenario = one_call();
    scenario.script.late_seed = 77;
    Kept kept(scenario);
    kept.told(Kind::blocked, forever);
    kept.told(Kind::sleep_began, 1s);
    CHECK(time_of(kept.asks()) == forever);
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: who ends without having made the calls breaks the protocol") {
    const Scenario scenario = one_call();
    Timekeeper keeper(scenario);
    keeper.take(record(Kind::finished));
    CHECK(keeper.broken() == "an end before the calls were made");
}

TEST_CASE("timekeeper: a call that the script does not have breaks the protocol") {
    Kept kept;
    kept.call_over();
    kept.told(Kind::call_began);
    CHECK(kept.broken() == "a call that was not asked for");
}

TEST_CASE("timekeeper: a call that begins while another is under way breaks the protocol") {
    Scenario scenario = one_call();
    scenario.script.calls.push_back({"toast_bread", {}});
    Kept kept(scenario);
    kept.told(Kind::call_began);
    CHECK(kept.broken() == "a call that was not asked for");
}

TEST_CASE("timekeeper: the end of a call that is not under way breaks the protocol") {
    Kept kept;
    kept.call_over();
    kept.call_over();
    CHECK(kept.broken() == "the end of a call that never began");
}

TEST_CASE("timekeeper: who stops after an error, or in a deadlock, made calls enough") {
    Scenario scenario = one_call();
    scenario.script.calls.push_back({"toast_bread", {}});
    Kept raised(scenario);
    Record error = record(Kind::call_ended);
    error.outcome = protocol::Outcome::raised;
    raised.keeper.take(error);
    raised.told(Kind::finished);
    CHECK(raised.broken() == "");
    Kept deadlocked(scenario);
    deadlocked.asks();
    deadlocked.told(Kind::finished);
    CHECK(deadlocked.broken() == "");
}
