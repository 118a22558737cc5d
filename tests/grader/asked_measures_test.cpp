#include "tests/grader/asked_by_name.hpp"
#include "tests/grader/findings.hpp"

#include <string>

using namespace asked_by_name;
using namespace by_hand;
using namespace findings;
using namespace grader;

TEST_CASE("asked: where timers are late, exactly allows that and no more") {
    for (const Time more : {Time(0s), Time(1ns)}) {
        const auto late_by = [more](Tale& tale) {
            tale.call("fetch")
                .sleeps_late(1, 1s, 30ms)
                .sleeps_late(1, 2s, 20ms)
                .at(tale.now() + more)
                .prints(1, "done")
                .returns();
        };
        for (const char* expected :
             {R"({"measure": "finish_time", "exactly": "3s"})",
              R"({"measure": "waited_exactly", "length": "3s"})", R"({"measure": "said_at", "at": "3s"})"}) {
            CAPTURE(expected);
            CHECK(look(expected, late_by, true).holds == (more == 0s));
            CHECK_FALSE(look(expected, late_by, false).holds);
        }
    }
    const auto late = [](Tale& tale) {
        tale.call("fetch").sleeps_late(1, 1s, 30ms).sleeps_late(1, 2s, 20ms).returns();
    };
    for (const char* expected : {R"({"measure": "wait", "number": 2, "begins_at": "1s", "ends_at": "3s"})",
                                 R"({"measure": "within", "from": "0s", "to": "3s"})"}) {
        CHECK(look(expected, late, true).holds);
        CHECK_FALSE(look(expected, late, false).holds);
    }
    CHECK_FALSE(look(R"({"measure": "wait", "number": 2, "begins_at": "1.1s"})", late, true)
                    .holds);  // too early is no lateness
}

TEST_CASE("asked: moments count from the beginning of the call, whatever went before it") {
    Scenario scenario = read(written_exercise::expecting(R"({"no": "blocked"})")).of_statement.front();
    const Exercise exercise = read(written_exercise::expecting_in_words(
        R"([{"measure": "said_at", "at": "3s"}, {"measure": "wait", "number": 3, "begins_at": "1s"}, {"measure": "finish_time", "exactly": "3s"},
            {"measure": "each_waits", "lengths": "lengths", "begins_at": "0s"}, {"measure": "within", "from": "0s", "to": "3s"}, {"measure": "says_number", "numbers": 3}])",
        R"("when": "second",)"));
    Tale tale(calling({scenario.script.calls[0], scenario.script.calls[0]}));
    tale.call("fetch").prints(9, "5").sleeps_through(9, 7s).lets_cancellation_through();
    const Time begin = tale.now();
    tale.call("fetch")
        .prints(1, "0")
        .sleeps(1, 1s)
        .prints(2, "1")
        .sleeps(2, 1s)
        .at(begin + 1s)
        .wakes(1)
        .wakes(2);
    tale.prints(3, "2").sleeps_through(3, 2s).prints(3, "done").returns();
    check_holds(exercise.rubric.criteria().front().look(tale.timeline(), {}));
}

TEST_CASE("asked: a timeout around an event that ran out, and waits in pieces, are waits like any other") {
    const auto waits = [](Tale& tale) {
        tale.call("fetch")
            .arms(1, 5, 1s)
            .awaits(1, Awaited::event)
            .sleeps(2, 500ms)
            .at(500ms)
            .wakes(2)
            .sleeps(2, 500ms);
        tale.at(1s).awaits_no_longer(1, Awaited::event).timeout_expires(1, 5).wakes(2).returns();
    };
    check_holds(look(R"({"measure": "count", "of": "1s", "exactly": 2})", waits));
    check_holds(look(R"({"measure": "overlap", "of": "1s"})", waits));
    check_holds(look(R"({"measure": "each_waits", "lengths": "lengths"})", waits));
    check_holds(look(R"({"measure": "peak", "of": "1s", "exactly": 2})", waits));
}

TEST_CASE("asked: beside a loop that is held up nothing is under way") {
    const auto blocks = [](Tale& tale) { tale.call("fetch").sleeps(1, 1s).blocks(2, 1s).wakes(1).returns(); };
    for (const char* expected :
         {R"({"measure": "overlap", "of": "1s"})", R"({"measure": "peak", "of": "1s", "exactly": 2})",
          R"({"measure": "each_waits", "lengths": "lengths"})",
          R"({"measure": "waited_exactly", "length": "1s"})", R"({"measure": "stages", "stages": [2]})"}) {
        CAPTURE(expected);
        CHECK(look(expected, blocks)
                  .observed.in(Language::english)
                  .starts_with("work2 blocked the loop for 1 s"));
    }
}

TEST_CASE("asked: an expectation may be for some functions only, and only where something holds") {
    const Exercise exercise = read(written_exercise::with_criterion(
        R"({"id": "one", "points": 4, "of": ["fetch", "toast"], "title": {"en": "It waits", "fr": "Elle attend"},
     "hint": {"en": "Wait.", "fr": "Attendez."}, "expect": [{"for": "toast", "measure": "finish_time", "exactly": "2s"},
     {"for": "fetch", "when": "count > 3", "measure": "finish_time", "exactly": "delay"}]})"));
    const Criterion& criterion = exercise.rubric.criteria().front();
    const auto looked_at = [&](const protocol::Call& call, Time lasts) {
        Tale tale(calling({call}));
        return criterion.look(tale.call(call.function).sleeps_through(1, lasts).returns().timeline(), {});
    };
    check_holds(looked_at({"toast", {}}, 2s));
    CHECK_FALSE(looked_at({"toast", {}}, 3s).holds);
    check_says_nothing(looked_at({"fetch", {{"count", "3"}, {"delay", "1000000000ns"}}}, 3s));
    check_holds(looked_at({"fetch", {{"count", "4"}, {"delay", "1000000000ns"}}}, 1s));
    const Finding second = looked_at({"fetch", {{"count", "4"}, {"delay", "1000000000ns"}}}, 3s);
    CHECK_FALSE(second.holds);
    CHECK(second.expectations == 2);
}
