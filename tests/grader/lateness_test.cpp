#include "grader/exercise/group.hpp"

#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

using namespace by_hand;
using namespace grader;

namespace {

Scenario late_timers() {
    Scenario scenario;
    scenario.script.late_seed = 1;
    return scenario;
}

}  // namespace

TEST_CASE("lateness: what a timer of the exercise's own header is late by counts as the submission's does") {
    Tale tale(late_timers());
    tale.call("f").driver_sleeps(1, 1s);
    tale.at(1100ms).wakes(1).sleeps(2, 1s);
    tale.at(2120ms).wakes(2).returns();
    CHECK(lateness_in(tale.timeline(), 0) == 120ms);
}

TEST_CASE("lateness: a timer that fires when the call is over has held up nothing") {
    Tale tale(late_timers());
    tale.call("f").sleeps(1, 1s).sleeps(2, 2s);
    tale.at(1010ms).wakes(1).returns().driver_sleeps(3, 1ns);
    tale.at(1300ms).wakes(3);
    tale.at(2500ms).wakes(2);
    CHECK(lateness_in(tale.timeline(), 0) == 10ms);
}
