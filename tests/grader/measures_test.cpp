#include "grader/rubric/measures.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/run_by_hand.hpp"

using namespace by_hand;
using namespace findings;
using namespace grader;
using by_hand::Kind;

TEST_CASE("measures: moments are written as people read them") {
    const auto english = [](Time time) { return in_seconds(time).in(Language::english); };
    CHECK(english(0s) == "0 s");
    CHECK(english(2s) == "2 s");
    CHECK(english(1700ms) == "1.7 s");
    CHECK(english(100s) == "100 s");
    CHECK(english(1us) == "0.000001 s");
    CHECK(in_seconds(1700ms).in(Language::french) == "1,7 s");
}

TEST_CASE("measures: awaited waits of a length are those of exactly that length") {
    Tale tale;
    tale.call("f").sleeps_through(1, 1s).sleeps_through(2, 1001ms).sleeps_through(3, 999ms);
    CHECK(waits_of_length(tale.timeline(), 0, 1s).size() == 1);
}

TEST_CASE("measures: blocking waits of a length may be a little longer, and no shorter") {
    Tale tale;
    tale.call("f").blocks(1, 1010ms).blocks(2, 1s).blocks(3, 1011ms).blocks(4, 999ms);
    CHECK(waits_of_length(tale.timeline(), 0, 1s).size() == 2);
}

TEST_CASE("waited_exactly: a call that awaits the length holds") {
    Tale tale;
    tale.call("brew_coffee").sleeps_through(1, 2s).returns();
    check_holds(waited_exactly(tale.timeline(), 0, 2s));
}

TEST_CASE("waited_exactly: the length may be made of several waits") {
    Tale tale;
    tale.call("brew_coffee").sleeps_through(1, 500ms).sleeps_through(1, 1500ms).returns();
    check_holds(waited_exactly(tale.timeline(), 0, 2s));
}

TEST_CASE("waited_exactly: a call that waits another time fails at its line") {
    Tale tale;
    tale.call("brew_coffee").sleeps_through(1, 1500ms).returns();
    const Finding finding = waited_exactly(tale.timeline(), 0, 2s);
    check_fails(finding, "brew_coffee took 1.5 s instead of 2 s");
    CHECK(finding.line == 10);
    CHECK(finding.at == Time(1500ms));
}

TEST_CASE("waited_exactly: a call that does not wait fails") {
    Tale tale;
    tale.call("brew_coffee").returns();
    check_fails(waited_exactly(tale.timeline(), 0, 2s), "brew_coffee did not wait at all");
}

TEST_CASE("waited_exactly: a blocking sleep of the right length fails, and is named with its line") {
    Tale tale;
    tale.call("brew_coffee").blocks(3, 2s).returns();
    const Finding finding = waited_exactly(tale.timeline(), 0, 2s);
    check_fails(
        finding,
        "work3 blocked the loop for 2 s at line 30 (sleep): nothing else could run; use co_await aio::sleep");
    CHECK(finding.line == 30);
    CHECK(finding.at == Time(0s));
}

TEST_CASE("blocks: a wait whose length nobody knows says what it waits for") {
    Wait wait;
    wait.coroutine = "toast_bread";
    wait.in_what = "standard input";
    wait.line = 12;
    check_fails(blocks(wait),
                "toast_bread held up the loop at line 12 (standard input): nothing else can run until that "
                "has an end");
    CHECK(blocks(wait).observed.in(Language::french).find("(l'entrée standard)") != std::string::npos);
    wait.in_what = "system()";
    CHECK(blocks(wait).observed.in(Language::french).find("(system())") != std::string::npos);
}

TEST_CASE("blocked_the_loop: only the call in question counts") {
    Tale tale;
    tale.call("f").blocks(1, 2s).returns().call("f").sleeps_through(1, 2s).returns();
    CHECK(blocked_the_loop(tale.timeline(), 0));
    CHECK_FALSE(blocked_the_loop(tale.timeline(), 1));
}

TEST_CASE("said_at_begin_and_end: a text before the wait and one after it hold") {
    Tale tale;
    tale.call("toast_bread").prints(1, "in").sleeps_through(1, 2s).prints(1, "ready").returns();
    check_holds(said_at_begin_and_end(tale.timeline(), 0));
}

TEST_CASE("said_at_begin_and_end: nothing at the beginning fails") {
    Tale tale;
    tale.call("toast_bread").sleeps_through(1, 2s).prints(1, "ready").returns();
    check_fails(said_at_begin_and_end(tale.timeline(), 0), "toast_bread printed nothing when it began");
}

TEST_CASE("said_at_begin_and_end: nothing at the end fails") {
    Tale tale;
    tale.call("toast_bread").prints(1, "in").sleeps_through(1, 2s).returns();
    check_fails(said_at_begin_and_end(tale.timeline(), 0),
                "toast_bread printed nothing once its wait was over");
}

TEST_CASE("said_at_begin_and_end: both texts before the wait are no text after it") {
    Tale tale;
    tale.call("toast_bread").prints(1, "in").prints(1, "ready").sleeps_through(1, 2s).returns();
    check_fails(said_at_begin_and_end(tale.timeline(), 0),
                "toast_bread printed nothing once its wait was over");
}

TEST_CASE("said_at_begin_and_end: who never waits has no end to speak at") {
    Tale tale;
    tale.call("toast_bread").prints(1, "in").prints(1, "ready").returns();
    check_fails(said_at_begin_and_end(tale.timeline(), 0),
                "toast_bread printed nothing once its wait was over");
}

TEST_CASE("said_at: only that moment counts, and anybody may speak") {
    Tale tale;
    tale.call("forecast").at(3s).prints(7, "too late");
    CHECK(said_at(tale.timeline(), 3s));
    CHECK_FALSE(said_at(tale.timeline(), 2999ms));
}

TEST_CASE("did_not_return: a call that returned is fine") {
    Tale tale;
    tale.call("f").returns();
    CHECK_FALSE(did_not_return(tale.timeline().calls.at(0)));
}

TEST_CASE("did_not_return: an error, a cancellation and waiting for ever are no return") {
    for (int way = 0; way < 3; ++way) {
        Tale tale;
        tale.call("f");
        if (way == 0) tale.raises();
        if (way == 1) tale.lets_cancellation_through();
        const auto finding = did_not_return(tale.timeline().calls.at(0));
        REQUIRE(finding);
        check_fails(*finding, "f did not return");
    }
}

TEST_CASE("stopped_when_cancelled: who stops at that moment and lets the error through holds") {
    Tale tale;
    tale.call("crawl").sleeps(1, 1s).sleeps(2, 1s).at(400ms).is_cancelled(1).is_cancelled(2);
    tale.lets_cancellation_through();
    check_holds(stopped_when_cancelled(tale.timeline(), 0, 400ms));
}

TEST_CASE("stopped_when_cancelled: nothing under way at that moment fails") {
    Tale tale;
    tale.call("crawl").sleeps_through(1, 300ms).returns();
    check_fails(stopped_when_cancelled(tale.timeline(), 0, 400ms),
                "nothing was under way when crawl was cancelled, at 0.4 s");
}

TEST_CASE("stopped_when_cancelled: a swallowed error fails") {
    Tale tale;
    tale.call("crawl").sleeps(1, 1s).at(400ms).is_cancelled(1).returns();
    check_fails(
        stopped_when_cancelled(tale.timeline(), 0, 400ms),
        "crawl was cancelled at 0.4 s, but returned as if nothing had happened: the CancelledError was "
        "swallowed");
}

TEST_CASE("stopped_when_cancelled: another error in place of the CancelledError fails") {
    Tale tale;
    tale.call("crawl").sleeps(1, 1s).at(400ms).is_cancelled(1).raises("stopped");
    check_fails(stopped_when_cancelled(tale.timeline(), 0, 400ms),
                "crawl was cancelled at 0.4 s, and another error than the CancelledError came out of it");
}

TEST_CASE("stopped_when_cancelled: a wait that goes on fails, and is named") {
    Tale tale;
    tale.call("crawl").sleeps(1, 1s).sleeps(2, 1s).at(400ms).is_cancelled(1).lets_cancellation_through();
    tale.at(1s).wakes(2);
    const Finding finding = stopped_when_cancelled(tale.timeline(), 0, 400ms);
    check_fails(finding, "crawl was cancelled at 0.4 s, but work2 went on waiting");
    CHECK(finding.line == 20);
}

TEST_CASE("stopped_when_cancelled: a call that comes back later fails") {
    Tale tale;
    tale.call("crawl").sleeps(1, 1s).at(400ms).is_cancelled(1).at(2s).lets_cancellation_through();
    check_fails(stopped_when_cancelled(tale.timeline(), 0, 400ms),
                "crawl was cancelled at 0.4 s, and stopped only at 2 s");
}

TEST_CASE("stopped_when_cancelled: a task left running fails") {
    Tale tale;
    tale.call("crawl").sleeps(1, 1s).at(400ms).is_cancelled(1).lets_cancellation_through().leaves_a_task();
    check_fails(stopped_when_cancelled(tale.timeline(), 0, 400ms),
                "crawl was cancelled at 0.4 s, but left a task running");
}

TEST_CASE("stopped_when_cancelled: a loop that was blocked fails for that") {
    Tale tale;
    tale.call("crawl").blocks(1, 1s).lets_cancellation_through();
    check_fails(
        stopped_when_cancelled(tale.timeline(), 0, 400ms),
        "work1 blocked the loop for 1 s at line 10 (sleep): nothing else could run; use co_await aio::sleep");
}

TEST_CASE("numbers_in: finds the whole numbers in any text") {
    CHECK(numbers_in("page 12 of 40") == std::vector<int>{12, 40});
    CHECK(numbers_in("3") == std::vector<int>{3});
    CHECK(numbers_in("007,8") == std::vector<int>{7, 8});
    CHECK(numbers_in("").empty());
    CHECK(numbers_in("no number – nulle part \xff").empty());
    CHECK(numbers_in(std::string(5000, '9')) == std::vector<int>{1'000'000});
}

TEST_CASE("can_be_matched: every row needs a column of its own") {
    CHECK(can_be_matched({}, 0));
    CHECK(can_be_matched({{0}, {1}}, 2));
    CHECK(can_be_matched({{0, 1}, {0}}, 2));
    CHECK(can_be_matched({{0, 1}, {1, 2}, {0}}, 3));
    CHECK_FALSE(can_be_matched({{0}, {0}}, 2));
    CHECK_FALSE(can_be_matched({{0}, {}}, 2));
    CHECK_FALSE(can_be_matched({{0}, {1}}, 3));
    CHECK_FALSE(can_be_matched({{0}, {-1}}, 2));
    CHECK_FALSE(can_be_matched({{0}, {2}}, 2));
}
