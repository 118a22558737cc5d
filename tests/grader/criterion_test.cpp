#include "grader/exercise/criterion.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace by_hand;
using namespace findings;
using namespace grader;

namespace {

/// Calls of f() and g() whose number is told, each worth what the measure says of it.
Criterion criterion(Measure measure, const std::string& when = {}) {
    Criterion made;
    made.id = "one";
    made.points = 2;
    made.functions = {"f"};
    made.when = when;
    made.expectations.push_back({bilingual("right", "juste"), std::move(measure)});
    return made;
}

/// Fails in calls that last longer than a second; says nothing of those that last no time.
Finding is_quick(const Timeline& here, std::size_t call, const Timelines&) {
    const Time took = here.calls.at(call).end - here.calls.at(call).begin;
    if (took == 0s) return says_nothing(bilingual("no time", "aucun temps"), here.calls.at(call).begin);
    return took <= 1s
               ? holds()
               : fails(bilingual(std::to_string(took / 1s) + " s", std::to_string(took / 1s) + " secondes"),
                       here.calls.at(call).end);
}

protocol::Call numbered(const std::string& function, int number) {
    return {function, {{"number", std::to_string(number)}}};
}

/// Calls of these lengths, one after the other.
Finding look(const Criterion& by, const std::vector<protocol::Call>& calls,
             const std::vector<Time>& lengths) {
    Tale tale(calling(calls));
    for (std::size_t i = 0; i < lengths.size(); ++i)
        tale.call(calls[i].function).at(tale.now() + lengths[i]).returns();
    return by.look(tale.timeline(), {});
}

}  // namespace

TEST_CASE("criterion: it asks each call of its functions, and the first that does not hold decides") {
    const Criterion one = criterion(is_quick);
    check_holds(look(one, {numbered("f", 1), numbered("f", 2)}, {1s, 1s}));
    check_fails(look(one, {numbered("f", 1), numbered("f", 2), numbered("f", 3)}, {1s, 2s, 3s}), "2 s");
    check_holds(look(one, {numbered("g", 1), numbered("f", 2)}, {9s, 1s}));
    Criterion both = one;
    both.functions = {"f", "g"};
    check_fails(look(both, {numbered("g", 1), numbered("f", 2)}, {9s, 1s}), "9 s");
}

TEST_CASE("criterion: it asks only where its condition holds") {
    const Criterion some = criterion(is_quick, "number > 1 and not second");
    const Scenario scenario = calling({numbered("f", 1), numbered("f", 2)});
    CHECK_FALSE(some.asks(scenario, 0));
    CHECK_FALSE(some.asks(scenario, 1));
    CHECK_FALSE(some.asks(scenario));
    CHECK(some.asks(calling({numbered("f", 2)})));
    CHECK_FALSE(some.asks(calling({numbered("g", 2)})));
    check_holds(look(criterion(is_quick, "number == 2"), {numbered("f", 1), numbered("f", 2)}, {9s, 1s}));
}

TEST_CASE(
    "criterion: a call that is cancelled from outside is asked only by a condition that has that word in "
    "it") {
    const Scenario cancelled = cancelling(calling({numbered("f", 1)}), 0, 1s);
    CHECK_FALSE(criterion(is_quick).asks(cancelled));
    CHECK_FALSE(criterion(is_quick, "number == 1").asks(cancelled));
    CHECK(criterion(is_quick, "cancelled").asks(cancelled));
    CHECK(criterion(is_quick, "cancelled_at > 0.5s").asks(cancelled));
    CHECK_FALSE(criterion(is_quick, "not cancelled").asks(cancelled));
    CHECK_FALSE(criterion(is_quick, "cancelled").asks(calling({numbered("f", 1)})));
}

TEST_CASE("criterion: a call that says nothing counts for nothing beside one that holds") {
    const Criterion one = criterion(is_quick);
    check_holds(look(one, {numbered("f", 1), numbered("f", 2)}, {0s, 1s}));
    check_holds(look(one, {numbered("f", 1), numbered("f", 2)}, {1s, 0s}));
    check_fails(look(one, {numbered("f", 1), numbered("f", 2)}, {0s, 2s}), "2 s");
    check_says_nothing(look(one, {numbered("f", 1), numbered("f", 2)}, {0s, 0s}));
}

TEST_CASE("criterion: of a call that another one's end kept from beginning nothing is known") {
    const std::vector<protocol::Call> two{numbered("f", 1), numbered("f", 2)};
    check_holds(look(criterion(is_quick), two, {1s}));
    check_says_nothing(look(criterion(is_quick, "second"), two, {1s}));
    check_fails(look(criterion(is_quick), two, {}), "f was never called");
}

TEST_CASE("criterion: all expectations must hold, and the finding tells which of them did not") {
    Criterion two = criterion(is_quick);
    two.expectations.push_back(
        {bilingual("never", "jamais"),
         [](const Timeline&, std::size_t, const Timelines&) { return fails(bilingual("no", "non")); }});
    const Finding second = look(two, {numbered("f", 1)}, {1s});
    check_fails(second, "no");
    CHECK(second.expectations == 2);  // a bit each
    CHECK(look(two, {numbered("f", 1)}, {2s}).expectations == 3);
    two.expectations[1].functions = {"g"};
    check_holds(look(two, {numbered("f", 1)}, {1s}));
    two.expectations[1].functions = {};
    two.expectations[1].when = "number > 1";
    check_holds(look(two, {numbered("f", 1)}, {1s}));
    CHECK_FALSE(look(two, {numbered("f", 2)}, {1s}).holds);
}

TEST_CASE("criterion: where no expectation is for such a call, nothing is said") {
    Criterion none = criterion(is_quick);
    none.expectations[0].when = "number > 1";
    check_says_nothing(look(none, {numbered("f", 1)}, {2s}));
}

TEST_CASE("rubric: its points are those of its criteria together") {
    Rubric rubric;
    CHECK(rubric.max_points() == 0);
    rubric.add(criterion(is_quick));
    rubric.add(criterion(is_quick));
    CHECK(rubric.max_points() == 4);
    CHECK(rubric.criteria().size() == 2);
}
