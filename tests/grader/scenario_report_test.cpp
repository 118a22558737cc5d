#include "grader/timeline/scenario_report.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace grader;
using namespace std::chrono_literals;
using protocol::Kind;

namespace {

Event event(Kind kind, const std::string& name = "crawl", const std::string& detail = {}) {
    Event made;
    made.at = 1500us;
    made.what.kind = kind;
    made.what.students = true;
    made.what.line = 12;
    made.what.name = name;
    made.what.detail = detail;
    return made;
}

ScenarioReport reported(std::vector<Event> events) {
    Run run;
    run.duration = 2s;
    run.events = std::move(events);
    return report(Scenario(), run, Language::english);
}

std::size_t texts_of(const ScenarioReport& shown) {
    std::size_t bytes = 0;
    for (const TimelineEntry& entry : shown.timeline) bytes += entry.coroutine.size() + entry.detail.size();
    return bytes;
}

}  // namespace

TEST_CASE("scenario report: what the submission did is in the timeline, what the driver did is not") {
    Event drivers = event(Kind::sleep_began);
    drivers.what.students = false;
    const ScenarioReport shown = reported({event(Kind::sleep_began), drivers, event(Kind::asks)});
    REQUIRE(shown.timeline.size() == 1);
    CHECK(shown.timeline[0].event == "sleep_began");
    CHECK(shown.timeline[0].at == Microseconds(1500));
    CHECK(shown.timeline[0].line == 12);
    CHECK_FALSE(shown.shortened);
}

TEST_CASE("scenario report: how a run blocked or crashed is shown, whoever's coroutine it was") {
    for (const Kind kind : {Kind::stuck, Kind::crashed}) {
        Event ended = event(kind);
        ended.what.students = false;
        CHECK(reported({ended}).timeline.size() == 1);
    }
}

TEST_CASE("scenario report: long names and details are cut, and many of them are left out") {
    const std::string text(4000, 'x');
    const ScenarioReport one = reported({event(Kind::yielded, text, text)});
    CHECK(texts_of(one) == 600);
    CHECK_FALSE(one.shortened);
    const ScenarioReport many = reported(std::vector<Event>(2000, event(Kind::yielded, text, text)));
    CHECK(texts_of(many) <= 100'000);
    CHECK(many.shortened);
}

TEST_CASE("scenario report: a crawl of 200 pages is shown whole") {
    std::vector<Event> events(1500, event(Kind::semaphore_wait_began, "download"));
    CHECK(reported(events).timeline.size() == 1500);
    CHECK_FALSE(reported(events).shortened);
}

TEST_CASE("scenario report: of many short texts only the first two thousand are shown") {
    std::vector<Event> events(3000, event(Kind::printed, "crawl", "x"));
    const ScenarioReport shown = reported(events);
    CHECK(shown.output.size() == 2000);
    CHECK(shown.shortened);
    events.resize(2000);
    CHECK(reported(events).output.size() == 2000);
    CHECK_FALSE(reported(events).shortened);
}

TEST_CASE(
    "scenario report: the calls of a scenario that was made smaller are there with all that makes them") {
    Scenario scenario;
    scenario.script.calls = {{"toast", {}}, {"crawl", {{"pages", "3"}}}};
    scenario.script.late_seed = 7;
    scenario.cancel_at = {std::nullopt, Time(400ms)};
    CHECK(report(scenario, Run(), Language::english).calls.empty());
    scenario.made_simpler = true;
    const ScenarioReport shown = report(scenario, Run(), Language::english);
    REQUIRE(shown.calls.size() == 2);
    using Arguments = std::vector<std::pair<std::string, std::string>>;
    CHECK(shown.calls[0] == std::pair(std::string("toast"), Arguments{{"late", "true"}}));
    CHECK(shown.calls[1] ==
          std::pair(std::string("crawl"),
                    Arguments{{"pages", "3"}, {"cancelled_at", "400000000ns"}, {"late", "true"}}));
}

namespace {

ScenarioReport reported(by_hand::Tale& tale) {
    return report(tale.scenario(), tale.run(), Language::english);
}

}  // namespace

TEST_CASE(
    "scenario report: sleeps are spans by their begin, cut short where they ended before their length") {
    by_hand::Tale tale;
    tale.call("f").sleeps(1, 5s).sleeps(2, 1s).at(1s).wakes(2).sleeps(3, 9s).at(2s).is_cancelled(1);
    tale.driver_sleeps(4, 1s).arms(1, 7, 1s).awaits(1, protocol::Awaited::event).at(3s);
    const ScenarioReport shown =
        reported(tale.awaits_no_longer(1, protocol::Awaited::event).timeout_expires(1, 7));
    REQUIRE(shown.spans.size() == 3);
    CHECK(shown.spans[0].coroutine == "work1");
    CHECK(shown.spans[0].end == 2s);
    CHECK(shown.spans[0].cut_short);
    CHECK(shown.spans[1].end == 1s);
    CHECK_FALSE(shown.spans[1].cut_short);
    CHECK(shown.spans[2].begin == 1s);
    CHECK(shown.spans[2].end == 3s);
    CHECK(shown.spans[2].cut_short);
}

TEST_CASE("scenario report: a loop that stops everybody in many small steps is one span") {
    by_hand::Tale tale;
    tale.call("f").blocks(1, 1s).blocks(1, 2s).blocks(1, 0s).blocks(2, 1s).returns();
    const ScenarioReport shown = reported(tale);
    REQUIRE(shown.spans.size() == 2);
    CHECK(shown.spans[0].kind == SpanEntry::Kind::blocked);
    CHECK(shown.spans[0].end == 3s);
    CHECK_FALSE(shown.spans[0].cut_short);
}

TEST_CASE("scenario report: a slot is held until the coroutine that took it gives it back") {
    by_hand::Tale tale;
    tale.call("f")
        .takes_slot(1)
        .takes_slot(2)
        .sleeps(2, 1s)
        .at(1s)
        .wakes(2)
        .gives_slot_back(2)
        .at(2s)
        .returns();
    const ScenarioReport shown = reported(tale);
    REQUIRE(shown.spans.size() == 3);
    CHECK(shown.spans[0].kind == SpanEntry::Kind::held);
    CHECK(shown.spans[0].end == 2s);
    CHECK(shown.spans[1].end == 1s);
    CHECK(shown.spans[2].kind == SpanEntry::Kind::sleep);
}
