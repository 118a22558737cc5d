#include "grader/grading/explore.hpp"
#include "tests/grader/french.hpp"

#include "grader/report/json.hpp"
#include "grader/report/text.hpp"
#include "tests/grader/schema.hpp"
#include "tests/grader/submissions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace grader;
using namespace submissions;

namespace {

/// A third one runs beside both machines, and knows whether the second has begun.
std::string breakfast_beside(const std::string& third) {
    return R"(
#include "exercises/toaster/toaster.hpp"
#include <iostream>
using namespace std::chrono_literals;
aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}
aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
}
aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    bool laid = false;
    aio::Event somebody_laid;
    co_await aio::gather(toast_bread(), [](bool& done) -> aio::Coroutine<> { done = true; co_await brew_coffee(); }(laid),
                         [](bool& done, aio::Event& event) -> aio::Coroutine<> {
                             )" +
           third + R"(
                         }(laid, somebody_laid));
    measured.together = aio::now() - start;
    co_return measured;
}
)";
}

}  // namespace

TEST_CASE("explore: a right solution holds in every order, and the verdict says how many were tried") {
    const Verdict verdict = verdict_on("weather", forecast_by_places("mine"));
    CHECK(verdict.outcome == Outcome::passed);
    const ScenarioReport& as_written = scenario_of(verdict, "as written");
    CHECK(as_written.all_orders);
    CHECK(as_written.orders_tried >= 6);
    // Fifty servers have more orders than can be tried; a run that shows no fault is not in the verdict, but
    // counts.
    CHECK_FALSE(verdict.all_orders);
    CHECK(verdict.orders_tried > 20);
    CHECK(report_text({verdict}, {""})
              .find("Right in each of the " + std::to_string(verdict.orders_tried) + " orders") !=
          std::string::npos);
}

TEST_CASE(
    "explore: a solution that is right only first come, first served fails, with the fewest servers and "
    "departures") {
    const Verdict verdict = verdict_on("weather", forecast_by_places("next++"));
    CHECK(verdict.outcome == Outcome::failed);
    const Check& check = check_of(verdict, "results-in-order");
    CHECK(check.status == CheckStatus::failed);
    const std::string observed = check.observed.in(Language::english);
    CHECK_MESSAGE(observed.starts_with("passes in the usual order; fails when fetch_into no. "), observed);
    CHECK(check.observed.in(french()) != observed);
    CHECK_MESSAGE(check.scenario.ends_with(", made smaller, in another order"), check.scenario);
    const ScenarioReport& evidence = scenario_of(verdict, check.scenario);
    CHECK(evidence.order.size() == 1);
    REQUIRE(evidence.calls.size() == 1);
    CHECK_MESSAGE(std::ranges::count(evidence.inputs_json, '{') == 3, evidence.inputs_json);  // two servers
    CHECK(std::ranges::count(evidence.timeline, "overtook", &TimelineEntry::event) == 1);
    for (const Check& other : verdict.checks)
        CHECK((&other == &check || other.status == CheckStatus::passed));
    CHECK(schema::complaints(report_json({verdict})) == "");
}

TEST_CASE("explore: a program that waits for ever only in another order is deadlocked") {
    const Verdict verdict =
        verdict_on("toaster", breakfast_beside("if (!done) co_await event.wait(); else event.set();"));
    CHECK(verdict.outcome == Outcome::deadlocked);
    CHECK(verdict.points < verdict.max_points);
    const std::string reason = verdict.reason.in(Language::english);
    CHECK_MESSAGE(reason.find("in another order") != std::string::npos, reason);
    CHECK(verdict_on("toaster", breakfast_beside("event.set(); co_return;")).outcome == Outcome::passed);
}

TEST_CASE("explore: the same seed finds the same fault in the same order") {
    const std::string source = forecast_by_places("next++");
    const std::string once = verdict_json(verdict_on("weather", source, 7));
    const auto without_resources = [](const std::string& json) {
        return json.substr(0, json.find("\"resources\""));
    };
    CHECK(without_resources(once) == without_resources(verdict_json(verdict_on("weather", source, 7))));
}
