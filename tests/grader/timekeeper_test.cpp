#include "tests/grader/timekeeper_by_hand.hpp"

using namespace by_hand;

TEST_CASE("timekeeper: time does not move until something asks, then jumps to the next timer") {
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

TEST_CASE("timekeeper: a process that asks with no timer left is told that nothing will ever happen") {
    Kept kept;
    const protocol::Answer answer = kept.asks();
    CHECK(answer.nothing);
    CHECK(kept.keeper.deadlocked());
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: the outsider's cancellation comes at its moment, once") {
    Scenario scenario = one_call();
    scenario.cancel_at = {400ms};
    Kept kept(scenario);
    kept.told(Kind::sleep_began, 1s);
    const protocol::Answer first = kept.asks();
    CHECK(first.cancel);
    CHECK(time_of(first) == 400ms);
    const protocol::Answer second = kept.asks();
    CHECK_FALSE(second.cancel);
    CHECK(time_of(second) == 1s);
}

TEST_CASE(
    "timekeeper: the outsider's cancellation comes before a timer of the same moment, and after earlier "
    "ones") {
    Scenario scenario = one_call();
    scenario.cancel_at = {1s};
    Kept kept(scenario);
    kept.told(Kind::sleep_began, 500ms, 1);
    kept.told(Kind::sleep_began, 1s, 2);
    CHECK_FALSE(kept.asks().cancel);
    kept.told(Kind::sleep_ended, 0s, 1);
    CHECK(kept.asks().cancel);
}

TEST_CASE("timekeeper: several calls may be cancelled, each so long after its own begin, and others are not") {
    Scenario scenario;
    for (int call = 0; call < 3; ++call) scenario.script.calls.push_back({"deliver", {}});
    scenario.cancel_at = {400ms, std::nullopt, 700ms};
    Kept kept(scenario);  // the first call has begun
    kept.told(Kind::sleep_began, 5s);
    CHECK(kept.asks().cancel);
    kept.cancelled();
    kept.call_over();
    kept.told(Kind::call_began);
    kept.told(Kind::sleep_began, 2s);
    const protocol::Answer second = kept.asks();
    CHECK_FALSE(second.cancel);
    CHECK(time_of(second) == 400ms + 2s);
    kept.told(Kind::sleep_ended);
    kept.call_over();
    kept.told(Kind::call_began);
    kept.told(Kind::sleep_began, 5s);
    const protocol::Answer third = kept.asks();
    CHECK(third.cancel);
    CHECK(time_of(third) == 400ms + 2s + 700ms);
    kept.cancelled();
    kept.call_over();
    kept.told(Kind::finished);
    CHECK(kept.keeper.finished());
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: a call that is over before it would be cancelled leaves nothing of that to the next one") {
    Scenario scenario = one_call();
    scenario.script.calls.push_back(scenario.script.calls.front());
    scenario.cancel_at = {400ms};
    Kept kept(scenario);
    kept.call_over();
    kept.told(Kind::call_began);
    kept.told(Kind::sleep_began, 1s);
    CHECK_FALSE(kept.asks().cancel);
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: a call that waits for ever is cancelled, too") {
    Scenario scenario = one_call();
    scenario.cancel_at = {400ms};
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

TEST_CASE("timekeeper: where too much is told, what came after that is not taken in") {
    Kept kept;
    while (!kept.keeper.too_much()) kept.told(Kind::yielded);
    CHECK(kept.keeper.told() == grader::run_limits().events);
    kept.told(Kind::blocked, 1s);
    CHECK(kept.keeper.told() == grader::run_limits().events);
    CHECK(kept.keeper.now() == 0s);
    CHECK(kept.broken() == "");
}

TEST_CASE("timekeeper: long texts are too much sooner") {
    Kept kept;
    protocol::Record record;
    record.kind = Kind::result;
    record.detail = std::string(protocol::longest_text, 'x');
    const std::size_t before = kept.keeper.told();
    while (!kept.keeper.too_much()) kept.keeper.take(record);
    CHECK(kept.keeper.told() - before == grader::run_limits().told_bytes / protocol::longest_text);
}

TEST_CASE(
    "timekeeper: a process that waits outside of aio for what can never come is deadlocked, and may finish") {
    Kept kept;
    kept.told(Kind::stuck);
    kept.told(Kind::finished);
    CHECK(kept.keeper.deadlocked());
    CHECK(kept.keeper.finished());
    CHECK(kept.broken() == "");
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

TEST_CASE("timekeeper: what blocks beyond the end of time is told to last up to it, for all who add it up") {
    Kept kept;
    kept.told(Kind::blocked, forever - 1s);
    kept.told(Kind::blocked, forever);
    const std::vector<grader::Event> events = kept.keeper.take_events();
    CHECK(Time(events.back().what.length_ns) == 1s);
    for (const grader::Event& event : events) CHECK(event.at <= forever - Time(event.what.length_ns));
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
