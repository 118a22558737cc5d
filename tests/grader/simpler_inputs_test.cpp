#include "tests/grader/domains.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace grader;
using domains::of;

namespace {

std::vector<std::int64_t> simpler(std::int64_t value, const std::string& json) {
    const Domain domain = of(json);
    std::vector<std::int64_t> all;
    for (const Input& one : simpler_inputs({domain.kind, value}, domain)) all.push_back(one.value);
    return all;
}

constexpr std::int64_t second = 1'000'000'000;

}  // namespace

TEST_CASE("simpler: numbers become smaller, the smallest first") {
    CHECK(simpler(9, "[0, 60]") == std::vector<std::int64_t>{0, 4, 7, 8});
    CHECK(simpler(2, "[2, 9]").empty());
    CHECK(simpler(200, "[0, 60]") == std::vector<std::int64_t>{0, 30, 46, 60});  // what a case has drawn
}

TEST_CASE("simpler: times become rounder") {
    const std::string nine = R"(["1ns", "9s"])";
    CHECK(simpler(2 * second, nine).empty());
    CHECK(simpler(second * 3 / 2, nine) == std::vector<std::int64_t>{2 * second, second});
    CHECK(simpler(1'234'567'891, nine) == std::vector<std::int64_t>{second, second / 10 * 12});
    CHECK(simpler(3, nine).empty());  // never none at all
}

TEST_CASE("simpler: texts become A, a choice becomes an earlier one, a truth stays") {
    const Domain text = of(R"("text")");
    REQUIRE(simpler_inputs({Input::Kind::text, 0, "%s"}, text).size() == 1);
    CHECK(simpler_inputs({Input::Kind::text, 0, "%s"}, text).front().text == "A");
    CHECK(simpler_inputs({Input::Kind::text, 0, "A"}, text).empty());
    CHECK(simpler(5 * second, R"({"one_of": ["1s", "3s", "5s"]})") ==
          std::vector<std::int64_t>{second, 3 * second});
    CHECK(simpler(second, R"({"one_of": ["1s", "3s", "5s"]})").empty());
    CHECK(simpler(1, R"("truth")").empty());
}

TEST_CASE("simpler: a list loses half of its elements, then fewer, then its elements become simpler") {
    const Domain domain = of(R"({"list": [1, 12], "of": [0, 60]})");
    const Input four{Input::Kind::list, 0, "", std::vector<Input>(4, Input{Input::Kind::number, 1})};
    const std::vector<Input> less = simpler_inputs(four, domain);
    REQUIRE(less.size() == 2 + 4 + 4);
    CHECK(less[0].items.size() == 2);
    CHECK(less[2].items.size() == 3);
    CHECK(less[6].items.front().value == 0);
    const Input one{Input::Kind::list, 0, "", {{Input::Kind::number, 0}}};
    CHECK(simpler_inputs(one, domain).empty());
}

TEST_CASE("simpler: a list that a case has drawn longer than it may be otherwise comes back to that") {
    const Domain domain = of(R"({"list": [0, 24], "of": [0, 60]})");
    const Input fifty{Input::Kind::list, 0, "", std::vector<Input>(50, Input{Input::Kind::number})};
    const std::vector<Input> less = simpler_inputs(fifty, domain);
    REQUIRE_FALSE(less.empty());
    CHECK(less.front().items.size() == 24);
}

TEST_CASE("simpler: a semaphore has one slot, which is free if one was") {
    const Domain domain = of(R"({"semaphore": [1, 3], "held_for": ["0s", "1s"]})");
    const auto held = [&](std::int64_t slots, std::int64_t taken) {
        const Input input{
            Input::Kind::semaphore,
            slots,
            "",
            {},
            {{"held", {Input::Kind::number, taken}}, {"held_for", {Input::Kind::time, second}}}};
        const std::vector<Input> less = simpler_inputs(input, domain);
        REQUIRE(less.size() == 1);
        CHECK(less.front().value == 1);
        return less.front().fields.front().second.value;
    };
    CHECK(held(3, 3) == 1);
    CHECK(held(3, 2) == 0);
    CHECK(held(2, 0) == 0);
}

TEST_CASE("simpler: what comes of a drawn value lies within its domain, and comes to an end") {
    for (const std::string& json : domains::all_kinds) {
        CAPTURE(json);
        const Domain domain = of(json);
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            Draw draw(seed);
            Input input = draw_value(domain, draw);
            int steps = 0;
            for (std::vector<Input> less = simpler_inputs(input, domain); !less.empty() && steps < 10'000;
                 ++steps) {
                for (const Input& one : less) {
                    REQUIRE(domains::allows(domain, one));
                    REQUIRE(one != input);
                }
                input = draw.one_of(less);  // any of them: the search takes the first that still fails
                less = simpler_inputs(input, domain);
            }
            CHECK(steps < 10'000);
        }
    }
}
