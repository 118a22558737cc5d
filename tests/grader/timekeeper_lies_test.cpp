#include "tests/grader/timekeeper_by_hand.hpp"

using namespace by_hand;

// What no honest run would say.

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

TEST_CASE("timekeeper: a process that reads another time than the grader's breaks the protocol") {
    Kept kept;
    kept.told(Kind::sleep_began, 2s);
    kept.asks_at(1s);
    CHECK(kept.broken() == "its time differs from the grader's time");
    CHECK(kept.keeper.now() == 0s);
}

TEST_CASE("timekeeper: a process that reads a time below nothing breaks the protocol") {
    Kept kept;
    kept.asks_at(-1s);
    CHECK(kept.broken() == "a negative length of time");
}

TEST_CASE("timekeeper: a process that sends records after the end breaks the protocol") {
    Kept kept;
    kept.call_over();
    kept.told(Kind::finished);
    kept.told(Kind::printed);
    CHECK(kept.broken() == "it sent records after the end");
}

TEST_CASE("timekeeper: the first reason is kept, and nothing is believed after it") {
    Kept kept;
    kept.told(Kind::sleep_ended);
    const std::size_t events = kept.keeper.told();
    kept.told(Kind::blocked, 5s);
    CHECK(kept.broken() == "the end of a wait that never began");
    CHECK(kept.keeper.told() == events);
    CHECK(kept.keeper.now() == 0s);
}

TEST_CASE("timekeeper: a process that ends without having made the calls breaks the protocol") {
    const Scenario scenario = one_call();
    Timekeeper keeper(scenario);
    keeper.take(record(Kind::finished));
    CHECK(keeper.broken() == "an end before the calls were made");
}

TEST_CASE("timekeeper: a process that gives up before the first call breaks the protocol") {
    const Scenario scenario = one_call();
    for (const Kind kind : {Kind::asks, Kind::stuck}) {
        Timekeeper keeper(scenario);
        keeper.take(record(kind));
        keeper.take(record(Kind::finished));
        CHECK(keeper.broken() == "an end before the calls were made");
    }
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

TEST_CASE("timekeeper: a process that stops after an error, or in a deadlock, made calls enough") {
    Scenario scenario = one_call();
    scenario.script.calls.push_back({"toast_bread", {}});
    Kept raised(scenario);
    Record error = record(Kind::call_ended);
    error.completion = protocol::Completion::raised;
    raised.keeper.take(error);
    raised.told(Kind::finished);
    CHECK(raised.broken() == "");
    Kept deadlocked(scenario);
    deadlocked.asks();
    deadlocked.told(Kind::finished);
    CHECK(deadlocked.broken() == "");
}
