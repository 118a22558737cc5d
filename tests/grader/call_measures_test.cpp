#include "grader/exercise/measures.hpp"
#include "grader/exercise/printed_numbers.hpp"
#include "grader/exercise/words.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/run_by_hand.hpp"

using namespace by_hand;
using namespace findings;
using namespace grader;

TEST_CASE("measures: moments are written as people read them") {
    const auto english = [](Time time) { return in_seconds(time).in(Language::english); };
    CHECK(english(0s) == "0 s");
    CHECK(english(2s) == "2 s");
    CHECK(english(1700ms) == "1.7 s");
    CHECK(english(100s) == "100 s");
    CHECK(english(1us) == "1 µs");
    CHECK(in_seconds(1700ms).in(french()) == "1,7 s");
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
    CHECK(blocks(wait).observed.in(french()).find("(l'entrée standard)") != std::string::npos);
    wait.in_what = "system()";
    CHECK(blocks(wait).observed.in(french()).find("(system())") != std::string::npos);
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

TEST_CASE("said_at_begin_and_end: a call that never waits has no end to print at") {
    Tale tale;
    tale.call("toast_bread").prints(1, "in").prints(1, "ready").returns();
    check_fails(said_at_begin_and_end(tale.timeline(), 0),
                "toast_bread printed nothing once its wait was over");
}

TEST_CASE("said_between: only these moments count, and any function may print") {
    Tale tale;
    tale.call("forecast").at(3s).prints(7, "too late");
    check_holds(said_between(tale.timeline(), 3s, 3s));
    check_holds(said_between(tale.timeline(), 2900ms, 3s));
    check_fails(said_between(tale.timeline(), 2s, 2999ms), "nothing was printed at 2 s");
    check_fails(said_between(tale.timeline(), 3001ms, 4s), "nothing was printed at 3.001 s");
}

TEST_CASE("did_not_return: a call that returned is fine") {
    Tale tale;
    tale.call("f").returns();
    CHECK_FALSE(did_not_return(tale.timeline().calls.at(0)));
}

TEST_CASE("did_not_return: an error, a cancellation that nothing asked for and waiting for ever are told apart") {
    const std::string words[] = {"f threw an error: oops",
                                 "a CancelledError came out of f, though nobody had cancelled it",
                                 "f did not return"};
    for (int way = 0; way < 3; ++way) {
        Tale tale;
        tale.call("f");
        if (way == 0) tale.raises();
        if (way == 1) tale.lets_cancellation_through();
        const auto finding = did_not_return(tale.timeline().calls.at(0));
        REQUIRE(finding);
        check_fails(*finding, words[way]);
    }
}

TEST_CASE("did_not_return: an error that the driver caught is one all the same") {
    Tale tale;
    tale.call("f").result("throws", "too much").returns();
    const auto finding = did_not_return(tale.timeline().calls.at(0));
    REQUIRE(finding);
    check_fails(*finding, "f threw an error: too much");
}

TEST_CASE("throws_error: an error with that text in it holds; another one, none at all and no return fail") {
    Tale right;
    check_holds(throws_error(
        right.call("f").result("throws", "too much of it").returns().timeline().calls.at(0), "too much"));
    Tale other;
    check_fails(throws_error(other.call("f").result("throws", "too little").returns().timeline().calls.at(0),
                             "too much"),
                "f threw another error: too little");
    Tale none;
    check_fails(throws_error(none.call("f").returns().timeline().calls.at(0), "too much"),
                "f returned instead of throwing an error");
    Tale never;
    check_fails(throws_error(never.call("f").timeline().calls.at(0), "too much"), "f did not return");
}

TEST_CASE("returns_when_done: a call that returns within 0.1 s of its last wait's end holds") {
    for (const Time pause : {Time(0s), Time(100ms), Time(101ms)}) {
        Tale tale;
        tale.call("f").sleeps(1, 1s).sleeps(2, 2s).at(1s).wakes(1).at(2s).wakes(2).at(2s + pause).returns();
        const Finding finding = returns_when_done(tale.timeline(), 0, all_waits(tale.timeline(), 0));
        if (pause <= 100ms) {
            check_holds(finding);
        } else {
            check_fails(finding, "all was done at 2 s, f returned at 2.101 s");
        }
    }
    Tale never;
    never.call("f").sleeps(1, 1s);
    check_fails(returns_when_done(never.timeline(), 0, all_waits(never.timeline(), 0)), "f did not return");
}

TEST_CASE("waited_exactly: with late timers a call may be as late as its chain of waits, and no later") {
    for (const Time longer : {Time(0s), Time(1ns)}) {
        Tale tale(calling({{"f", {}}}, 7));
        tale.call("f").sleeps_late(1, 1s, 3ms).sleeps_late(1, 1s, 4ms).at(tale.now() + longer).returns();
        const Finding finding = waited_exactly(tale.timeline(), 0, 2s);
        if (longer == 0s) {
            check_holds(finding);
        } else {
            CHECK_FALSE(finding.holds);
        }
    }
    Tale on_time;  // where timers are on time no such excuse counts
    on_time.call("f").sleeps_late(1, 2s, 1ns).returns();
    CHECK_FALSE(waited_exactly(on_time.timeline(), 0, 2s).holds);
}

TEST_CASE("finish_time: counted from the call's own beginning") {
    Tale tale;
    tale.call("f").returns().at(1s).call("g").sleeps_through(1, 2s).returns();
    const CallSpan span = tale.timeline().calls.at(1);
    check_holds(finish_time(span, 2s, 2s));
    check_holds(finish_time(span, 1s, 3s));
    check_fails(finish_time(span, 3s, 3s), "g returned after 2 s instead of 3 s");
    check_fails(finish_time(span, 3s, 4s), "g returned after 2 s, before 3 s had passed");
    check_fails(finish_time(span, 0s, 1s), "g returned after 2 s, later than 1 s");
}

TEST_CASE("finish_time: a call that does not return has no finish time") {
    Tale tale;
    tale.call("f").lets_cancellation_through();
    check_fails(finish_time(tale.timeline().calls.at(0), 0s, 3s),
                "a CancelledError came out of f, though nobody had cancelled it");
}

TEST_CASE("said_in_order: each text comes after the one before it, in one print or in many") {
    Tale tale;
    tale.call("f").prints(1, "sent\nread\n").prints(2, "done\n").returns();
    check_holds(said_in_order(tale.timeline(), 0, {"sent", "read", "done"}));
    check_holds(said_in_order(tale.timeline(), 0, {"sent", "done"}));
    check_fails(said_in_order(tale.timeline(), 0, {"done", "sent"}),
                "\"sent\" was printed too early: not after all that should come before it");
    check_fails(said_in_order(tale.timeline(), 0, {"sent", "lost"}), "\"lost\" was never printed");
}

TEST_CASE("numbers_in: finds the whole numbers in any text") {
    CHECK(numbers_in("page 12 of 40") == std::vector<int>{12, 40});
    CHECK(numbers_in("3") == std::vector<int>{3});
    CHECK(numbers_in("007,8") == std::vector<int>{7, 8});
    CHECK(numbers_in("").empty());
    CHECK(numbers_in("no number – nulle part \xff").empty());
    CHECK(numbers_in(std::string(5000, '9')) == std::vector<int>{1'000'000});
}
