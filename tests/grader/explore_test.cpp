#include "grader/explore.hpp"

#include "grader/grade.hpp"
#include "grader/report/json.hpp"
#include "tests/grader/played.hpp"
#include "tests/grader/schema.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

using namespace grader;

namespace {

Verdict verdict_on(const std::string& exercise, const std::string& source, std::uint64_t seed = 1) {
    const TemporaryFolder folder;
    Assignment assignment;
    assignment.path = folder.write(exercise + ".cpp", source);
    assignment.name = exercise + ".cpp";
    assignment.exercise = find_exercise(exercise);
    assignment.seed = seed;
    return aio::run(grade(assignment, played::workshop())).verdict;
}

const Check& check_of(const Verdict& verdict, const std::string& id) {
    const auto found = std::ranges::find(verdict.checks, id, &Check::id);
    REQUIRE(found != verdict.checks.end());
    return *found;
}

/// Right but for what stands in `forecast`: a place for each answer, taken by `place`, in a task's first step.
std::string forecast_by_places(const std::string& place) {
    return R"(
#include "exercises/weather/weather.hpp"
#include <iostream>
aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather from " + server;
}
aio::Coroutine<> fetch_into(std::vector<std::string>& answers, std::size_t& next, std::size_t mine, Server server) {
    const std::size_t place = )" +
           place + R"(;
    answers[place] = co_await fetch_weather(server.name, server.delay);
}
aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> answers(servers.size());
    std::size_t next = 0;
    std::vector<aio::Coroutine<>> all;
    for (std::size_t i = 0; i < servers.size(); ++i) all.push_back(fetch_into(answers, next, i, servers[i]));
    try {
        co_await aio::timeout(budget, aio::gather(std::move(all)));
    } catch (const aio::TimeoutError&) {
        std::cout << "too late" << std::endl;
        co_return std::nullopt;
    }
    co_return answers;
}
)";
}

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
    const auto as_written = std::ranges::find(verdict.scenarios, "as written", &ScenarioReport::name);
    REQUIRE(as_written != verdict.scenarios.end());
    CHECK(as_written->all_orders);
    CHECK(as_written->orders_tried >= 6);
    const auto fifty = std::ranges::find(verdict.scenarios, "fifty servers", &ScenarioReport::name);
    CHECK_FALSE(fifty->all_orders);
    CHECK(fifty->orders_tried > 2);
}

TEST_CASE("explore: a solution that is right only first come, first served fails, with the fewest departures") {
    const Verdict verdict = verdict_on("weather", forecast_by_places("next++"));
    CHECK(verdict.outcome == Outcome::failed);
    const Check& check = check_of(verdict, "results-in-order");
    CHECK(check.status == CheckStatus::failed);
    const std::string observed = check.observed.in(Language::english);
    CHECK_MESSAGE(observed.starts_with("passes in the usual order; fails when fetch_into no. "), observed);
    CHECK(check.observed.in(Language::french) != observed);
    CHECK(check.scenario.ends_with(", in another order"));
    const auto evidence = std::ranges::find(verdict.scenarios, check.scenario, &ScenarioReport::name);
    REQUIRE(evidence != verdict.scenarios.end());
    CHECK(evidence->order.size() == 1);
    CHECK(std::ranges::count(evidence->timeline, "overtook", &TimelineEntry::event) == 1);
    for (const Check& other : verdict.checks) CHECK((&other == &check || other.status == CheckStatus::passed));
    CHECK(schema::complaints(report_json({verdict})) == "");
}

TEST_CASE("explore: who waits for ever only in another order is deadlocked") {
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
    const auto without_resources = [](const std::string& json) { return json.substr(0, json.find("\"resources\"")); };
    CHECK(without_resources(once) == without_resources(verdict_json(verdict_on("weather", source, 7))));
}
