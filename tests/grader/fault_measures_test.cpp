#include "grader/exercise/measures.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/run_by_hand.hpp"

using namespace by_hand;
using namespace findings;
using namespace grader;

namespace {

Group group_of(Tale& tale) { return all_waits(tale.timeline(), 0); }

/// A call of that name that is cancelled so long after its begin.
Scenario cancelled(const std::string& function, Time after) {
    return cancelling(calling({{function, {}}}), 0, after);
}

}  // namespace

TEST_CASE(
    "cancelled_at: a wait that would have gone on stops at that moment; one that was over does not count") {
    Tale tale;
    tale.call("f").sleeps(1, 1s).sleeps(2, 5s).at(1s).wakes(1).at(3s).is_cancelled(2).returns();
    check_holds(cancelled_at(group_of(tale), 3s));
}

TEST_CASE("cancelled_at: too early, too late and never fail") {
    Tale early;
    early.call("f").sleeps(1, 5s).at(2s).is_cancelled(1).returns();
    check_fails(cancelled_at(group_of(early), 3s),
                "work1 was stopped at 2 s already; it should have gone on until 3 s");
    Tale late;
    late.call("f").sleeps(1, 5s).at(4s).is_cancelled(1).returns();
    check_fails(cancelled_at(group_of(late), 3s),
                "work1 should have been cancelled at 3 s, and went on until 4 s");
    Tale never;
    never.call("f").sleeps_through(1, 5s).returns();
    const Finding finding = cancelled_at(group_of(never), 3s);
    check_fails(finding, "work1 should have been cancelled at 3 s, and went on until 5 s");
    CHECK(finding.line == 10);
}

TEST_CASE("cancelled_at: a wait that begins after that moment fails") {
    Tale tale;
    tale.call("f").sleeps(1, 5s).at(3s).is_cancelled(1).at(4s).sleeps_through(2, 1s).returns();
    check_fails(cancelled_at(group_of(tale), 3s),
                "work2 should have been cancelled at 3 s, and went on until 5 s");
}

TEST_CASE("cancelled_at: nothing under way fails") {
    Tale tale;
    tale.call("f").sleeps_through(1, 1s).returns();
    check_fails(cancelled_at(group_of(tale), 3s), "at 3 s none of the waits was under way");
}

TEST_CASE("swallowed_cancellation: a call that returns all the same has swallowed it") {
    Tale swallows(cancelled("f", 1s));
    swallows.call("f").at(1s).returns();
    const auto finding = swallowed_cancellation(swallows.timeline(), 0);
    REQUIRE(finding);
    check_fails(
        *finding,
        "f was cancelled at 1 s, but returned as if nothing had happened: the CancelledError was swallowed");
    Tale passes(cancelled("f", 1s));
    passes.call("f").lets_cancellation_through();
    CHECK_FALSE(swallowed_cancellation(passes.timeline(), 0));
}

TEST_CASE("swallowed_cancellation: a call that was over before has let nothing through, either") {
    Tale tale(cancelled("f", 1s));
    tale.call("f").at(500ms).returns();
    const auto finding = swallowed_cancellation(tale.timeline(), 0);
    REQUIRE(finding);
    check_fails(*finding, "f had returned at 0.5 s, before it was cancelled at 1 s");
}

TEST_CASE("stopped_when_cancelled: a call that stops at that moment and lets the error through holds") {
    Tale tale(cancelled("crawl", 400ms));
    tale.call("crawl").sleeps(1, 1s).sleeps(2, 1s).at(400ms).is_cancelled(1).is_cancelled(2);
    tale.lets_cancellation_through();
    check_holds(stopped_when_cancelled(tale.timeline(), 0));
}

TEST_CASE(
    "stopped_when_cancelled: who was done before has shown nothing: that it was too quick is another "
    "mistake") {
    Tale tale(cancelled("crawl", 400ms));
    tale.call("crawl").sleeps_through(1, 300ms).returns();
    const Finding finding = stopped_when_cancelled(tale.timeline(), 0);
    check_says_nothing(finding);
    CHECK(finding.observed.in(Language::english) ==
          "crawl had returned at 0.3 s, before it was cancelled at 0.4 s");
}

TEST_CASE("stopped_when_cancelled: a swallowed error fails") {
    Tale tale(cancelled("crawl", 400ms));
    tale.call("crawl").sleeps(1, 1s).at(400ms).is_cancelled(1).returns();
    check_fails(
        stopped_when_cancelled(tale.timeline(), 0),
        "crawl was cancelled at 0.4 s, but returned as if nothing had happened: the CancelledError was "
        "swallowed");
}

TEST_CASE("stopped_when_cancelled: another error in place of the CancelledError fails") {
    Tale tale(cancelled("crawl", 400ms));
    tale.call("crawl").sleeps(1, 1s).at(400ms).is_cancelled(1).raises("stopped");
    check_fails(
        stopped_when_cancelled(tale.timeline(), 0),
        "crawl was cancelled at 0.4 s, and another error than the CancelledError came out of it: stopped");
}

TEST_CASE("stopped_when_cancelled: a wait that goes on fails, and is named") {
    Tale tale(cancelled("crawl", 400ms));
    tale.call("crawl").sleeps(1, 1s).sleeps(2, 1s).at(400ms).is_cancelled(1).lets_cancellation_through();
    tale.at(1s).wakes(2);
    const Finding finding = stopped_when_cancelled(tale.timeline(), 0);
    check_fails(finding, "crawl was cancelled at 0.4 s, but work2 went on waiting");
    CHECK(finding.line == 20);
}

TEST_CASE("stopped_when_cancelled: a call that comes back later fails") {
    Tale tale(cancelled("crawl", 400ms));
    tale.call("crawl").sleeps(1, 1s).at(400ms).is_cancelled(1).at(2s).lets_cancellation_through();
    check_fails(stopped_when_cancelled(tale.timeline(), 0),
                "crawl was cancelled at 0.4 s, and stopped only at 2 s");
}

TEST_CASE("stopped_when_cancelled: a task left running fails") {
    Tale tale(cancelled("crawl", 400ms));
    tale.call("crawl")
        .sleeps(1, 1s)
        .at(400ms)
        .is_cancelled(1)
        .starts_task(1, "tick", 7)
        .lets_cancellation_through()
        .leaves_task(7);
    check_fails(stopped_when_cancelled(tale.timeline(), 0),
                "crawl was cancelled at 0.4 s, but left a task running");
}

TEST_CASE("stopped_when_cancelled: a loop that was blocked fails for that") {
    Tale tale(cancelled("crawl", 400ms));
    tale.call("crawl").blocks(1, 1s).lets_cancellation_through();
    check_fails(
        stopped_when_cancelled(tale.timeline(), 0),
        "work1 blocked the loop for 1 s at line 10 (sleep): nothing else could run; use co_await aio::sleep");
}

TEST_CASE(
    "stopped_when_cancelled: the moment counts from the call's own begin, and another call's waits are not "
    "asked") {
    Tale tale(cancelling(calling({{"f", {}}, {"crawl", {}}}), 1, 400ms));
    tale.call("f").sleeps_through(1, 5s).returns();
    tale.call("crawl").sleeps(2, 1s).at(5400ms).is_cancelled(2).lets_cancellation_through();
    check_holds(stopped_when_cancelled(tale.timeline(), 1));
}

TEST_CASE("stopped_when_cancelled: a slot that was not given back fails") {
    Tale tale(cancelled("download", 400ms));
    tale.call("download")
        .sleeps(1, 1s)
        .at(400ms)
        .is_cancelled(1)
        .result("slots.given_back", "no")
        .lets_cancellation_through();
    check_fails(stopped_when_cancelled(tale.timeline(), 0),
                "download was cancelled at 0.4 s, and its slot was not given back");
}

TEST_CASE("stopped_when_cancelled: a call that never comes back fails") {
    Tale tale(cancelled("crawl", 400ms));
    tale.call("crawl").sleeps(1, 1s).at(400ms).is_cancelled(1).at(3s);
    CHECK_FALSE(stopped_when_cancelled(tale.timeline(), 0).holds);
}

TEST_CASE("never_awaited: the coroutine that was dropped is named with its line") {
    Tale tale;
    tale.call("f").never_awaits("clean_up", 12).returns();
    const auto finding = never_awaited(tale.timeline(), 0);
    REQUIRE(finding);
    check_fails(*finding, "clean_up was called, but never awaited: it did nothing");
    CHECK(finding->line == 12);
    Tale fine;
    CHECK_FALSE(never_awaited(fine.call("f").returns().timeline(), 0));
}

TEST_CASE("left_behind: the task is named by its coroutine, and by the line that started it") {
    Tale tale;
    tale.call("f").starts_task(1, "other", 6).starts_task(2, "tick", 7).returns().leaves_task(7);
    const auto finding = left_behind(tale.timeline(), 0);
    REQUIRE(finding);
    check_fails(*finding, "tick was still running when everything was over: nobody awaited its task");
    CHECK(finding->line == 20);
}

TEST_CASE("left_behind: a task without a name is told all the same; one that is done is not") {
    Tale tale;
    const auto finding =
        left_behind(tale.call("f").starts_task(1, "", 7).returns().leaves_task(7).timeline(), 0);
    REQUIRE(finding);
    check_fails(*finding, "a task was left running");
    Tale fine;
    CHECK_FALSE(left_behind(fine.call("f").starts_task(1, "tick", 7).returns().timeline(), 0));
}

TEST_CASE("left_behind, never_awaited, deadlocked: it is the call that did it which loses, and no other") {
    Tale tale(calling({{"f", {}}, {"g", {}}}));
    tale.call("f").starts_task(1, "tick", 7).never_awaits("clean_up", 12).returns();
    tale.call("g").waits_for_ever(2, "a lock that is held").leaves_task(7);
    CHECK(left_behind(tale.timeline(), 0));
    CHECK(never_awaited(tale.timeline(), 0));
    CHECK_FALSE(deadlocked(tale.timeline(), 0));
    CHECK_FALSE(left_behind(tale.timeline(), 1));
    CHECK_FALSE(never_awaited(tale.timeline(), 1));
    CHECK(deadlocked(tale.timeline(), 1));
}

TEST_CASE("deadlocked: everybody is named, with what they wait for") {
    Tale tale;
    tale.call("f").waits_for_ever(1, "a lock that is held").waits_for_ever(2, "work1", Awaited::task);
    const auto finding = deadlocked(tale.timeline(), 0);
    REQUIRE(finding);
    check_fails(
        *finding,
        "everything waits, and nothing can ever wake it: work1 waits for a lock that is held (line 10), "
        "work2 waits for the task work1 (line 20)");
    CHECK(finding->observed.in(french()).find("work2 attend la tâche work1") != std::string::npos);
    Tale fine;
    CHECK_FALSE(deadlocked(fine.call("f").returns().timeline(), 0));
}
