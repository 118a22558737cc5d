#include "grader/rubric/measures.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/run_by_hand.hpp"

using namespace by_hand;
using namespace findings;
using namespace grader;
using by_hand::Kind;

namespace {

Group group_of(Tale& tale) { return {tale.timeline().waits, {"waits", "attentes"}}; }

}  // namespace

TEST_CASE("cancelled_at: who would have gone on stops at that moment; who was done is not asked") {
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

TEST_CASE("swallowed_cancellation: who returns all the same has swallowed it") {
    Tale swallows;
    swallows.call("f").at(1s).returns();
    const auto finding = swallowed_cancellation(swallows.timeline().calls.at(0), 1s);
    REQUIRE(finding);
    check_fails(
        *finding,
        "f was cancelled at 1 s, but returned as if nothing had happened: the CancelledError was swallowed");
    Tale passes;
    passes.call("f").lets_cancellation_through();
    CHECK_FALSE(swallowed_cancellation(passes.timeline().calls.at(0), 1s));
}

TEST_CASE("swallowed_cancellation: who was over before has let nothing through either") {
    Tale tale;
    tale.call("f").at(500ms).returns();
    const auto finding = swallowed_cancellation(tale.timeline().calls.at(0), 1s);
    REQUIRE(finding);
    check_fails(*finding, "f had returned at 0.5 s, before it was cancelled at 1 s");
}

TEST_CASE("never_awaited: the coroutine that was dropped is named with its line") {
    Tale tale;
    tale.call("f").never_awaits("clean_up", 12).returns();
    const auto finding = never_awaited(tale.timeline());
    REQUIRE(finding);
    check_fails(*finding, "clean_up was called, but never awaited: it did nothing");
    CHECK(finding->line == 12);
    Tale fine;
    CHECK_FALSE(never_awaited(fine.call("f").returns().timeline()));
}

TEST_CASE("left_behind: the task is named by its coroutine, and by the line that started it") {
    Tale tale;
    tale.call("f").starts_task(1, "other", 6).starts_task(2, "tick", 7).returns().leaves_task(7);
    const auto finding = left_behind(tale.timeline());
    REQUIRE(finding);
    check_fails(*finding, "tick was still running when everything was over: nobody awaited its task");
    CHECK(finding->line == 20);
}

TEST_CASE("left_behind: a task whose beginning nobody told is told all the same") {
    Tale tale;
    const auto finding = left_behind(tale.call("f").returns().leaves_a_task().timeline());
    REQUIRE(finding);
    check_fails(*finding, "a task was left running");
    Tale fine;
    CHECK_FALSE(left_behind(fine.call("f").starts_task(1, "tick", 7).returns().timeline()));
}

TEST_CASE("deadlocked: everybody is named, with what they wait for") {
    Tale tale;
    tale.call("f").waits_for_ever(1, "a lock that is held").waits_for_ever(2, "the task work1");
    const auto finding = deadlocked(tale.timeline());
    REQUIRE(finding);
    check_fails(
        *finding,
        "everything waits, and nothing can ever wake it: work1 waits for a lock that is held (line 10), "
        "work2 waits for the task work1 (line 20)");
    CHECK(finding->observed.in(Language::french).find("work2 attend la tâche work1") != std::string::npos);
    Tale fine;
    CHECK_FALSE(deadlocked(fine.call("f").returns().timeline()));
}
