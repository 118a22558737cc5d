#include "grader/rubric/toaster_measures.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace by_hand;
using namespace grader;

namespace {

/// One after the other in task 1, then both in tasks 2 and 3, each saying what it is when it begins.
void first_half(Tale& tale, const std::string& one = "bread", const std::string& other = "coffee") {
    tale.call("breakfast").prints(1, one).sleeps_through(1, 2s).prints(1, other).sleeps_through(1, 2s);
}

void second_half(Tale& tale, const std::string& one = "bread", const std::string& other = "coffee") {
    tale.prints(2, one).sleeps(2, 2s).prints(3, other).sleeps(3, 2s).at(tale.now() + 2s).wakes(2).wakes(3);
}

void returns(Tale& tale, Time first, Time second) {
    tale.result("one_after_the_other", std::to_string(first.count()));
    tale.result("together", std::to_string(second.count())).returns();
}

Tale& alone(Tale& tale, const std::string& says) {
    tale.call("machine").prints(1, says).sleeps_through(1, 2s).returns();
    return tale;
}

/// What the two machines say when each is called alone.
struct Alone {
    Timelines timelines() {
        Timelines all;
        all.emplace("toast", alone(bread, "bread").timeline());
        all.emplace("coffee", alone(coffee, "coffee").timeline());
        return all;
    }
    Tale bread;
    Tale coffee;
};

}  // namespace

TEST_CASE("toaster measures: a breakfast as it should be holds in each of them") {
    Alone machines;
    const Timelines all = machines.timelines();
    Tale tale;
    first_half(tale);
    second_half(tale);
    returns(tale, 4s, 2s);
    const Timeline here = tale.timeline();
    CHECK(one_after_the_other(here, all).holds);
    CHECK(together(here, all).holds);
    CHECK(durations_measured(here, all).holds);
}

TEST_CASE(
    "toaster measures: a pause between the halves may last as long as a machine, and counts in neither") {
    Alone machines;
    const Timelines all = machines.timelines();
    Tale apart;
    first_half(apart);
    apart.sleeps_through(1, 2s);
    second_half(apart);
    returns(apart, 4s, 2s);
    CHECK(together(apart.timeline(), all).holds);
    CHECK(durations_measured(apart.timeline(), all).holds);

    Tale counted;
    first_half(counted);
    counted.sleeps_through(1, 1s);
    second_half(counted);
    returns(counted, 4s, 3s);
    CHECK(together(counted.timeline(), all).holds);
    CHECK_FALSE(durations_measured(counted.timeline(), all).holds);
}

TEST_CASE("toaster measures: a machine's time may be cut into pieces, where it is so when called alone") {
    Tale alone;
    alone.call("toast_bread");
    for (int piece = 0; piece < 4; ++piece) alone.sleeps_through(1, 500ms);
    alone.returns();
    Timelines all;
    all.emplace("toast", alone.timeline());

    Tale tale;
    tale.call("breakfast");
    for (int piece = 0; piece < 8; ++piece) tale.sleeps_through(1, 500ms);
    for (int piece = 0; piece < 2; ++piece) {
        tale.sleeps(2, 1s).sleeps(3, 1s).at(tale.now() + 1s).wakes(2).wakes(3);
    }
    returns(tale, 4s, 2s);
    CHECK(one_after_the_other(tale.timeline(), all).holds);
    CHECK(together(tale.timeline(), all).holds);
    CHECK(durations_measured(tale.timeline(), all).holds);
    CHECK_FALSE(durations_measured(tale.timeline(), {}).holds);
}

TEST_CASE("toaster measures: who looks from time to time whether a machine is done is no machine") {
    Tale tale;
    tale.call("breakfast").sleeps_through(1, 2s).sleeps(2, 2s).sleeps(3, 2s);
    for (int look = 0; look < 4; ++look) tale.sleeps_through(1, 500ms);
    tale.wakes(2).wakes(3);
    returns(tale, 2s, 2s);
    CHECK_FALSE(one_after_the_other(tale.timeline(), {}).holds);
}

TEST_CASE("toaster measures: the first half is over before the second begins") {
    Tale tale;
    tale.call("breakfast").sleeps_through(1, 2s).sleeps(2, 2s).sleeps(3, 2s).sleeps(4, 2s);
    tale.at(4s).wakes(2).wakes(3).wakes(4);
    returns(tale, 2s, 2s);
    CHECK_FALSE(one_after_the_other(tale.timeline(), {}).holds);
    CHECK(together(tale.timeline(), {}).holds);
}

TEST_CASE("toaster measures: a half that makes the same machine twice is told by what is said") {
    Alone machines;
    const Timelines all = machines.timelines();
    Tale tale;
    first_half(tale, "coffee", "coffee");
    second_half(tale, "bread", "bread");
    returns(tale, 4s, 2s);
    CHECK_FALSE(one_after_the_other(tale.timeline(), all).holds);
    const Finding second = together(tale.timeline(), all);
    CHECK_FALSE(second.holds);
    CHECK(second.observed.in(Language::english).find("toast_bread twice") != std::string::npos);
}

TEST_CASE("toaster measures: who says nothing may well have made both") {
    Alone machines;
    const Timelines all = machines.timelines();
    Tale tale;
    first_half(tale, "", "");
    second_half(tale, "", "");
    returns(tale, 4s, 2s);
    CHECK(one_after_the_other(tale.timeline(), all).holds);
    CHECK(together(tale.timeline(), all).holds);
}

TEST_CASE("toaster measures: a wait that is missing in one half does not cost the other half's points") {
    Tale no_coffee_at_first;
    no_coffee_at_first.call("breakfast").sleeps_through(1, 2s);
    second_half(no_coffee_at_first);
    returns(no_coffee_at_first, 2s, 2s);
    CHECK_FALSE(one_after_the_other(no_coffee_at_first.timeline(), {}).holds);
    CHECK(together(no_coffee_at_first.timeline(), {}).holds);

    Tale no_coffee_at_last;
    first_half(no_coffee_at_last);
    no_coffee_at_last.sleeps_through(2, 2s);
    returns(no_coffee_at_last, 4s, 2s);
    CHECK(one_after_the_other(no_coffee_at_last.timeline(), {}).holds);
    CHECK_FALSE(together(no_coffee_at_last.timeline(), {}).holds);
}

TEST_CASE(
    "toaster measures: a duration that ends before its half, or is computed from the other, is not "
    "measured") {
    for (const auto& [first, second] : {std::pair<Time, Time>{2s, 2s}, {4s, 1s}, {0s, 2s}, {2s, 4s}}) {
        Tale tale;
        first_half(tale);
        second_half(tale);
        returns(tale, first, second);
        CHECK_FALSE(durations_measured(tale.timeline(), {}).holds);
    }
}

TEST_CASE("toaster measures: breakfast that returns before both machines are done is not together") {
    Tale tale;
    first_half(tale);
    tale.sleeps(2, 2s).sleeps(3, 2s).at(6s).wakes(2);
    returns(tale, 4s, 2s);
    tale.at(6s + 20ms).wakes(3);
    CHECK_FALSE(together(tale.timeline(), {}).holds);
    CHECK(durations_measured(tale.timeline(), {}).holds);
}
