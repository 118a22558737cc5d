#include "grader/timeline/timeline.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

using namespace by_hand;
using grader::Timeline;
using grader::Wait;

TEST_CASE("timeline: an awaited sleep is a wait from its begin to its end") {
    Tale tale;
    tale.call("toast_bread").at(1s).sleeps(3, 2s).at(3s).wakes(3).returns();
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits.size() == 1);
    const Wait& wait = timeline.waits[0];
    CHECK(wait.begin == 1s);
    CHECK(wait.end == 3s);
    CHECK(wait.planned == 2s);
    CHECK(wait.how == Wait::End::over);
    CHECK_FALSE(wait.blocking);
    CHECK(wait.coroutine == "work3");
    CHECK(wait.coroutine_id == 3);
    CHECK(wait.line == 30);
}

TEST_CASE("timeline: a sleep that was cancelled ends there, as cancelled") {
    Tale tale;
    tale.call("crawl").sleeps(1, 2s).at(1s).is_cancelled(1);
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits.size() == 1);
    CHECK(timeline.waits[0].how == Wait::End::cancelled);
    CHECK(timeline.waits[0].end == 1s);
}

TEST_CASE("timeline: a sleep that never ended ends with the run") {
    Tale tale;
    tale.call("crawl").sleeps(1, 20s).at(7s).raises();
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits.size() == 1);
    CHECK(timeline.waits[0].how == Wait::End::never);
    CHECK(timeline.waits[0].end == 7s);
}

TEST_CASE("timeline: a blocking call is a wait of its own sort, however long it was") {
    Tale tale;
    tale.call("brew_coffee").at(1s).blocks(2, 2s).returns();
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits.size() == 1);
    const Wait& wait = timeline.waits[0];
    CHECK(wait.blocking);
    CHECK(wait.in_what == "sleep");
    CHECK(wait.begin == 1s);
    CHECK(wait.end == 3s);
    CHECK(wait.how == Wait::End::over);
}

TEST_CASE("timeline: sleeps that overlap are told apart by their coroutine") {
    Tale tale;
    tale.call("breakfast").sleeps(1, 2s).at(1s).sleeps(2, 3s).at(2s).wakes(1).at(4s).wakes(2).returns();
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits.size() == 2);
    CHECK(timeline.waits[0].end == 2s);
    CHECK(timeline.waits[1].begin == 1s);
    CHECK(timeline.waits[1].end == 4s);
}

TEST_CASE("timeline: the driver's own sleeps are no waits") {
    Tale tale;
    tale.call("download").driver_sleeps(9, 1s).sleeps(1, 1s).at(1s).wakes(1).returns();
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits.size() == 1);
    CHECK(timeline.waits[0].coroutine_id == 1);
}

TEST_CASE("timeline: calls have their moments, their outcome and their results") {
    Tale tale;
    tale.call("forecast")
        .at(2s)
        .result("answer", "A")
        .result("answer", "B")
        .result("forecast", "2")
        .returns();
    tale.at(5s).call("forecast").at(6s).raises("bad");
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.calls.size() == 2);
    CHECK(timeline.calls[0].function == "forecast");
    CHECK(timeline.calls[0].begin == 0s);
    CHECK(timeline.calls[0].end == 2s);
    CHECK(timeline.calls[0].completion == protocol::Completion::returned);
    CHECK(timeline.calls[0].result("forecast") == "2");
    CHECK(timeline.calls[0].result("answer") == "A");
    CHECK(timeline.calls[0].all_results("answer") == std::vector<std::string>{"A", "B"});
    CHECK(timeline.calls[1].begin == 5s);
    CHECK(timeline.calls[1].completion == protocol::Completion::raised);
    CHECK(timeline.calls[1].result("answer") == "");
    CHECK(timeline.calls[1].all_results("answer").empty());
}

TEST_CASE("timeline: a call that never came back has no outcome") {
    Tale tale;
    tale.call("crawl").at(1s);
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.calls.size() == 1);
    CHECK_FALSE(timeline.calls[0].completion);
}

TEST_CASE("timeline: waits and prints belong to the call in which they began") {
    Tale tale;
    tale.call("crawl").sleeps_through(1, 1s).returns();
    tale.call("crawl").prints(2, "page 0").sleeps_through(2, 3s).returns();
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits_in(0).size() == 1);
    CHECK(timeline.waits_in(0)[0].planned == 1s);
    REQUIRE(timeline.waits_in(1).size() == 1);
    CHECK(timeline.waits_in(1)[0].planned == 3s);
    CHECK(timeline.waits_in(2).empty());
    REQUIRE(timeline.prints.size() == 1);
    CHECK(timeline.prints[0].call == 1);
}

TEST_CASE("timeline: what is printed keeps its moment, its writer and its place among the events") {
    Tale tale;
    tale.call("toast_bread").at(1s).prints(4, "Bread\n").sleeps(4, 2s);
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.prints.size() == 1);
    CHECK(timeline.prints[0].at == 1s);
    CHECK(timeline.prints[0].text == "Bread\n");
    CHECK(timeline.prints[0].coroutine_id == 4);
    CHECK(timeline.prints[0].index < timeline.waits[0].index);
}

TEST_CASE("timeline: an event belongs to the call that had begun by then") {
    Tale tale;
    tale.call("f").does(1, Kind::yielded).returns().call("g").does(2, Kind::yielded).returns();
    const Timeline timeline = tale.timeline();
    CHECK(timeline.call_of(timeline.run->events[0]) == 0);
    CHECK(timeline.call_of(timeline.run->events[2]) == 0);
    CHECK(timeline.call_of(timeline.run->events[3]) == 1);
    CHECK(timeline.call_of(timeline.run->events[5]) == 1);
    CHECK(timeline.calls[1].index == 3);
}

TEST_CASE("timeline: an error that came out of a call belongs to it") {
    Tale tale;
    tale.call("f").raises("too much");
    CHECK(tale.timeline().calls.at(0).error == "too much");
}

TEST_CASE("timeline: a timeout around an event that did not come is a wait, from its begin to its end") {
    Tale tale;
    tale.call("f")
        .at(1s)
        .arms(1, 5, 2s)
        .awaits(1, Awaited::event)
        .at(3s)
        .awaits_no_longer(1, Awaited::event)
        .timeout_expires(1, 5)
        .returns();
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits.size() == 1);
    CHECK(timeline.waits[0].begin == 1s);
    CHECK(timeline.waits[0].end == 3s);
    CHECK(timeline.waits[0].planned == 2s);
    CHECK(timeline.waits[0].how == Wait::End::over);
    CHECK(timeline.waits[0].coroutine == "work1");
}

TEST_CASE("timeline: a timeout is no wait where what was awaited came, or where time itself was awaited") {
    Tale came;
    came.call("f")
        .arms(1, 5, 2s)
        .awaits(1, Awaited::event)
        .at(1s)
        .has_what_it_awaited(1, Awaited::event)
        .disarms(1, 5)
        .returns();
    CHECK(came.timeline().waits.empty());
    Tale sleeps;
    sleeps.call("f").arms(1, 5, 2s).sleeps(1, 5s).at(2s).is_cancelled(1).timeout_expires(1, 5).returns();
    REQUIRE(sleeps.timeline().waits.size() == 1);
    CHECK(sleeps.timeline().waits[0].planned == 5s);
    Tale gathers;
    gathers.call("f").arms(1, 5, 2s).awaits(1, Awaited::gather).at(2s).timeout_expires(1, 5).returns();
    CHECK(gathers.timeline().waits.empty());
    Tale drivers;
    drivers.call("f").arms(1, 5, 2s).at(1s).disarms(1, 5).returns();
    CHECK(drivers.timeline().waits.empty());
}

TEST_CASE("timeline: a timeout that was cancelled with an event in it is a wait that was cancelled") {
    Tale tale;
    tale.call("f")
        .arms(1, 5, 2s)
        .awaits(1, Awaited::queue_get)
        .at(1s)
        .awaits_no_longer(1, Awaited::queue_get)
        .disarms(1, 5);
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits.size() == 1);
    CHECK(timeline.waits[0].how == Wait::End::cancelled);
    CHECK(timeline.waits[0].end == 1s);
}

TEST_CASE("timeline: of timeouts within each other the innermost is the one in which an event is awaited") {
    Tale tale;
    tale.call("f")
        .arms(1, 5, 9s)
        .arms(1, 6, 2s)
        .awaits(1, Awaited::event)
        .at(2s)
        .awaits_no_longer(1, Awaited::event)
        .timeout_expires(1, 6);
    tale.disarms(1, 5).returns();
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits.size() == 1);
    CHECK(timeline.waits[0].planned == 2s);
}

TEST_CASE("timeline: a timeout of another task has nothing to do with an event that this one awaits") {
    Tale tale;
    tale.call("f").arms(1, 5, 2s).awaits(2, Awaited::event).at(2s).timeout_expires(1, 5).returns();
    CHECK(tale.timeline().waits.empty());
}

TEST_CASE("timeline: a timeout with an event in it that was still running at the end never ended") {
    Tale tale;
    tale.call("f").arms(1, 5, 20s).awaits(1, Awaited::event).at(3s).raises();
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.waits.size() == 1);
    CHECK(timeline.waits[0].how == Wait::End::never);
    CHECK(timeline.waits[0].end == 3s);
}

TEST_CASE(
    "timeline: timers that fired are there with when they should have, those that were cancelled are not") {
    Tale tale;
    tale.call("f")
        .sleeps_late(1, 1s, 3ms)
        .arms(1, 5, 1s)
        .sleeps(1, 9s)
        .at(2s + 5ms)
        .is_cancelled(1)
        .timeout_expires(1, 5)
        .returns();
    tale.call("g").sleeps_through(2, 1s).returns();
    const Timeline timeline = tale.timeline();
    REQUIRE(timeline.timers.size() == 3);
    CHECK(timeline.timers[0].planned == 1s);
    CHECK(timeline.timers[0].end == 1s + 3ms);
    CHECK(timeline.timers[0].call == 0);
    CHECK(timeline.timers[1].begin == 1s + 3ms);
    CHECK(timeline.timers[1].end == 2s + 5ms);
    CHECK(timeline.timers[2].call == 1);
}

TEST_CASE("timeline: a run without events is a timeline without anything") {
    Tale tale;
    const Timeline timeline = tale.timeline();
    CHECK(timeline.waits.empty());
    CHECK(timeline.calls.empty());
    CHECK(timeline.prints.empty());
    CHECK(timeline.waits_in(0).empty());
}

TEST_CASE("timeline: ends of calls and sleeps that never began are passed over") {
    Tale tale;
    tale.returns().result("x", "y").wakes(1);
    const Timeline timeline = tale.timeline();
    CHECK(timeline.waits.empty());
    CHECK(timeline.calls.empty());
}
