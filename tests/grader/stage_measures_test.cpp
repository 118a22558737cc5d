#include "grader/exercise/measures.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace by_hand;
using namespace findings;
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
    tale.result("one_after_the_other", std::to_string(first.count()) + "ns");
    tale.result("together", std::to_string(second.count()) + "ns").returns();
}

Tale& alone(Tale& tale, const std::string& function, const std::string& says) {
    tale.call(function).prints(1, says).sleeps_through(1, 2s).returns();
    return tale;
}

/// What the two machines say when each is called alone.
struct Alone {
    Timelines timelines() {
        Timelines all;
        all.emplace("toast_bread", alone(bread, "toast_bread", "bread").timeline());
        all.emplace("brew_coffee", alone(coffee, "brew_coffee", "coffee").timeline());
        return all;
    }
    Tale bread;
    Tale coffee;
};

const Choice two_seconds{{2s}, {}};

/// One wait of 2 s, then one, then two; these of them are asked for, counted from 0.
Finding stages(Tale& tale, const std::vector<std::size_t>& asked, const Timelines& all) {
    const Timeline here = tale.timeline();
    const Stages wanted{{1, 1, 2}, asked, {"toast_bread", "brew_coffee"}};
    return in_best_reading(readings(here, 0, two_seconds, false),
                           [&](const Group& group) { return in_stages(here, 0, group, wanted, all); });
}

Finding one_after_the_other(Tale& tale, const Timelines& all = {}) { return stages(tale, {0, 1}, all); }
Finding together(Tale& tale, const Timelines& all = {}) { return stages(tale, {2}, all); }

/// Of both halves.
Finding durations_measured(Tale& tale) {
    const Timeline here = tale.timeline();
    const auto one = [&](const std::string& name, std::int64_t from, std::int64_t to) {
        return in_best_reading(readings(here, 0, two_seconds, true),
                               [&](const Group& group) { return measured(here, 0, group, name, from, to); });
    };
    const Finding first = one("one_after_the_other", 1, 2);
    return first.holds ? one("together", -2, -1) : first;
}

}  // namespace

TEST_CASE("stages: a breakfast as it should be holds in each of them") {
    Alone machines;
    const Timelines all = machines.timelines();
    Tale tale;
    first_half(tale);
    second_half(tale);
    returns(tale, 4s, 2s);
    check_holds(one_after_the_other(tale, all));
    check_holds(together(tale, all));
    check_holds(stages(tale, {0, 1, 2}, all));
    check_holds(durations_measured(tale));
}

TEST_CASE("stages: a pause between the halves may last as long as a machine, and counts in neither") {
    Alone machines;
    const Timelines all = machines.timelines();
    Tale apart;
    first_half(apart);
    apart.sleeps_through(1, 2s);
    second_half(apart);
    returns(apart, 4s, 2s);
    check_holds(together(apart, all));
    check_holds(durations_measured(apart));

    Tale counted;
    first_half(counted);
    counted.sleeps_through(1, 1s);
    second_half(counted);
    returns(counted, 4s, 3s);
    check_holds(together(counted, all));
    check_fails(durations_measured(counted), "together is 3 s, but the measured work took a different time");
}

TEST_CASE("stages: a machine's time may be cut into pieces") {
    Tale tale;
    tale.call("breakfast");
    for (int piece = 0; piece < 8; ++piece) tale.sleeps_through(1, 500ms);
    for (int piece = 0; piece < 2; ++piece) {
        tale.sleeps(2, 1s).sleeps(3, 1s).at(tale.now() + 1s).wakes(2).wakes(3);
    }
    returns(tale, 4s, 2s);
    check_holds(one_after_the_other(tale));
    check_holds(together(tale));
    check_holds(durations_measured(tale));
}

TEST_CASE("stages: a task that checks from time to time whether a machine is done is not a machine") {
    Tale tale;
    tale.call("breakfast").sleeps_through(1, 2s).sleeps(2, 2s).sleeps(3, 2s);
    for (int look = 0; look < 4; ++look) tale.sleeps_through(1, 500ms);
    tale.wakes(2).wakes(3);
    returns(tale, 2s, 2s);
    CHECK_FALSE(one_after_the_other(tale).holds);
}

TEST_CASE("stages: the first half is over before the second begins") {
    Tale tale;
    tale.call("breakfast").sleeps_through(1, 2s).sleeps(2, 2s).sleeps(3, 2s).sleeps(4, 2s);
    tale.at(4s).wakes(2).wakes(3).wakes(4);
    returns(tale, 2s, 2s);
    CHECK_FALSE(one_after_the_other(tale).holds);
    CHECK_FALSE(together(tale).holds);  // three at once are no two
}

TEST_CASE("stages: one that begins before the one before it is done fails, and is named") {
    Tale tale;
    tale.call("breakfast").sleeps(1, 2s).at(1s).sleeps(2, 2s).at(2s).wakes(1).at(3s).wakes(2);
    second_half(tale);
    returns(tale, 3s, 2s);
    const Finding finding = one_after_the_other(tale);
    check_fails(finding, "work2 began at 1 s, before work1 was done");
    CHECK(finding.line == 20);
    CHECK(finding.at == Time(1s));
}

TEST_CASE("stages: a half that makes the same machine twice is told by what is said") {
    Alone machines;
    const Timelines all = machines.timelines();
    Tale tale;
    first_half(tale, "coffee", "coffee");
    second_half(tale, "bread", "bread");
    returns(tale, 4s, 2s);
    check_fails(one_after_the_other(tale, all),
                "brew_coffee was made twice here, and another one not at all");
    check_fails(together(tale, all), "toast_bread was made twice here, and another one not at all");
}

TEST_CASE("stages: a call that prints nothing may have made both") {
    Alone machines;
    const Timelines all = machines.timelines();
    Tale tale;
    first_half(tale, "", "");
    second_half(tale, "", "");
    returns(tale, 4s, 2s);
    check_holds(one_after_the_other(tale, all));
    check_holds(together(tale, all));
}

TEST_CASE("stages: a wait that is missing in one half does not cost the other half's points") {
    Tale no_coffee_at_first;
    no_coffee_at_first.call("breakfast").sleeps_through(1, 2s);
    second_half(no_coffee_at_first);
    returns(no_coffee_at_first, 2s, 2s);
    CHECK_FALSE(one_after_the_other(no_coffee_at_first).holds);
    check_holds(together(no_coffee_at_first));

    Tale no_coffee_at_last;
    first_half(no_coffee_at_last);
    no_coffee_at_last.sleeps_through(2, 2s);
    returns(no_coffee_at_last, 4s, 2s);
    check_holds(one_after_the_other(no_coffee_at_last));
    check_fails(together(no_coffee_at_last), "breakfast made 3 waits of 2 s; there should be 4");
}

TEST_CASE("stages: two that should begin together and do not fail") {
    Tale tale;
    first_half(tale);
    tale.sleeps(2, 2s).at(5s).sleeps(3, 2s).at(6s).wakes(2).at(7s).wakes(3);
    returns(tale, 4s, 3s);
    CHECK_FALSE(together(tale).holds);
}

TEST_CASE("stages: nothing at all, a loop held up and no return fail") {
    Tale nothing;
    check_fails(one_after_the_other(nothing.call("breakfast").returns()),
                "breakfast made 0 waits of 2 s; there should be 4");
    Tale blocked;
    blocked.call("breakfast").blocks(1, 2s).blocks(1, 2s);
    second_half(blocked);
    returns(blocked, 4s, 2s);
    check_fails(
        one_after_the_other(blocked),
        "work1 blocked the loop for 2 s at line 10 (sleep): nothing else could run; use co_await aio::sleep");
    Tale never;
    first_half(never);
    check_fails(one_after_the_other(never), "breakfast did not return");
}

TEST_CASE("stages: a call that returns before a stage is done fails") {
    Tale tale;
    first_half(tale);
    tale.sleeps(2, 2s).sleeps(3, 2s).at(6s).wakes(2);
    returns(tale, 4s, 2s);
    tale.at(6s + 20ms).wakes(3);
    check_fails(together(tale), "breakfast returned at 6 s, before work3 was done");
    check_holds(durations_measured(tale));
}

TEST_CASE("measures: a duration that ends before its half, or is computed from the other, is not measured") {
    for (const auto& [first, second] : {std::pair<Time, Time>{2s, 2s}, {4s, 1s}, {0s, 2s}, {2s, 4s}}) {
        Tale tale;
        first_half(tale);
        second_half(tale);
        returns(tale, first, second);
        CHECK_FALSE(durations_measured(tale).holds);
    }
}

TEST_CASE("measures: what is no time is none, and a call that does not return has measured nothing") {
    Tale number;
    first_half(number);
    number.result("one_after_the_other", "4").returns();
    CHECK_FALSE(durations_measured(number).holds);
    Tale never;
    first_half(never);
    check_fails(durations_measured(never), "breakfast did not return");
}

TEST_CASE("measures: with late timers it is the time that really passed") {
    Tale tale(calling({{"breakfast", {}}}, 7));
    tale.call("breakfast").sleeps_late(1, 2s, 30ms).sleeps_late(1, 2s, 40ms);
    tale.sleeps(2, 2s).sleeps(3, 2s).at(tale.now() + 2s + 10ms).wakes(2).at(tale.now() + 10ms).wakes(3);
    returns(tale, 4070ms, 2020ms);
    check_holds(durations_measured(tale));
    Tale computed(calling({{"breakfast", {}}}, 7));
    computed.call("breakfast").sleeps_late(1, 2s, 30ms).sleeps_late(1, 2s, 40ms);
    second_half(computed);
    returns(computed, 4s, 2s);
    CHECK_FALSE(durations_measured(computed).holds);
}

TEST_CASE("measures: where waits are missing, any two moments of the call will do") {
    Tale tale;
    tale.call("breakfast").sleeps_through(1, 2s).sleeps_through(1, 1s);
    returns(tale, 3s, 1s);
    check_holds(durations_measured(tale));
    Tale invented;
    invented.call("breakfast").sleeps_through(1, 2s).sleeps_through(1, 1s);
    returns(invented, 3s, 1500ms);
    CHECK_FALSE(durations_measured(invented).holds);
}

TEST_CASE("measures: a negative number counts from the end") {
    Tale tale;
    tale.call("f").sleeps_through(1, 1s).sleeps_through(1, 2s).sleeps_through(1, 3s).result("last",
                                                                                            "3000000000ns");
    tale.result("all", "6000000000ns").returns();
    const auto spent = [&](const std::string& name, std::int64_t from, std::int64_t to) {
        return measured(tale.timeline(), 0, all_waits(tale.timeline(), 0), name, from, to);
    };
    check_holds(spent("last", -1, -1));
    check_holds(spent("last", 3, 3));
    check_holds(spent("last", 1, 2));
    check_holds(spent("all", -3, -1));
    CHECK_FALSE(spent("last", -2, -1).holds);
    check_holds(spent("last", -4, -1));  // fewer waits than that: any two moments will do
}
