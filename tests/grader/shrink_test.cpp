#include "grader/grading/shrink.hpp"
#include "tests/grader/french.hpp"

#include "grader/report/json.hpp"
#include "tests/grader/schema.hpp"
#include "tests/grader/submissions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

using namespace grader;
using namespace submissions;

namespace {

/// Right, but for what happens to `pages` first.
std::string crawl_with(const std::string& first) {
    return R"(
#include "exercises/crawler/crawler.hpp"
#include <iostream>
using namespace std::chrono_literals;
aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << std::endl;
    co_await aio::sleep(1s);
}
aio::Coroutine<> crawl(int pages, int limit) {
    )" + first +
           R"(
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(download(slots, page));
    co_await aio::gather(std::move(all));
}
)";
}

bool is_smaller(const ScenarioReport& scenario) {
    return scenario.name.find("made smaller") != std::string::npos;
}

}  // namespace

TEST_CASE("shrink: a fault that needs many inputs is shown with the fewest that still show it") {
    const Verdict verdict = verdict_on("crawler", crawl_with("if (pages > 40) pages = 40;"));
    const Check& check = check_of(verdict, "every-page-once");
    CHECK(check.status == CheckStatus::failed);
    CHECK(check.scenario == "many pages, made smaller");
    CHECK(check.inputs.in(Language::english) == "41 pages, 1 at a time");
    CHECK(check.inputs.in(french()) == "41 pages, 1 à la fois");
    CHECK(scenario_of(verdict, check.scenario).inputs_json == R"({"pages":41,"limit":1})");
    CHECK(scenario_of(verdict, check.scenario).calls.size() == 1);
    CHECK(schema::complaints(report_json({verdict})) == "");
}

TEST_CASE("shrink: servers leave one by one, and late ones stay late") {
    const Verdict verdict =
        verdict_on("weather", forecast_by_places("answers.size() != 3 && mine == 1 ? 0 : mine"));
    const Check& check = check_of(verdict, "results-in-order");
    CHECK(check.status == CheckStatus::failed);
    CHECK(check.scenario == "all in time, made smaller");
    CHECK(scenario_of(verdict, check.scenario).calls.front().second.size() ==
          2 + 2 * 2);  // budget, count, 2 servers
}

TEST_CASE("shrink: what is right, and the example that everybody knows, are left as they are") {
    CHECK(std::ranges::none_of(verdict_on("crawler", crawl_with("")).scenarios, is_smaller));
    const Verdict verdict = verdict_on("crawler", crawl_with("if (pages == 10) pages = 9;"));
    CHECK(check_of(verdict, "every-page-once").scenario == "as written");
    CHECK(std::ranges::none_of(verdict.scenarios, is_smaller));
}

TEST_CASE("shrink: what is smaller is of the same kind") {
    for (const Exercise& exercise : exercises()) {
        std::vector<Scenario> all = exercise.scenarios(3);
        std::ranges::move(exercise.drawn(3), std::back_inserter(all));
        std::size_t tried = 0;
        for (const Scenario& scenario : all) {
            for (const Scenario& smaller : exercise.simpler(scenario)) {
                ++tried;
                CHECK(smaller.id == scenario.id);
                CHECK(smaller.script.calls.size() <= scenario.script.calls.size());
                CHECK(smaller.facts.size() == smaller.script.calls.size());
                CHECK(
                    (smaller.script.late_seed == 0 || smaller.script.late_seed == scenario.script.late_seed));
                CHECK((smaller.inputs_json != scenario.inputs_json ||
                       smaller.script.late_seed != scenario.script.late_seed));
                for (std::size_t call = 0; call < smaller.script.calls.size(); ++call) {
                    if (smaller.is_cancelled(call))
                        CHECK(std::ranges::count(scenario.cancel_at, smaller.cancel_at[call]) > 0);
                }
            }
        }
        CHECK(tried > 0);
    }
}
