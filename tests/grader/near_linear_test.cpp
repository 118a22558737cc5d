#include "grader/judge/judge.hpp"
#include "grader/report/picture.hpp"
#include "grader/rubric/asked_values.hpp"
#include "grader/rubric/measures.hpp"
#include "tests/grader/growth.hpp"
#include "tests/grader/long_timelines.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

// Everything that comes out of a box is as long as a submission likes, up to its limits: what is done with it
// must not cost more than its length, give or take a logarithm.

using namespace grader;
using namespace long_timelines;

namespace {

using MeasureOfGroup = Finding (*)(const Group& group);

/// A measure of all waits of a timeline in which so many are under way at once.
growth::Work measuring(MeasureOfGroup measure) {
    return [measure](std::size_t size) {
        auto tale = std::make_shared<Tale>();
        sleeps_at_once(tale->call("f"), static_cast<std::uint32_t>(size));
        auto group = std::make_shared<Group>(Group{tale->timeline().waits, {"waits", "attentes"}});
        return [tale, group, measure] { measure(*group); };
    };
}

}  // namespace

TEST_CASE("no exercise's judging grows faster than the timelines it is given") {
    for (const Exercise& exercise : exercises()) {
        const Rubric rubric = exercise.rubric();
        for (const Shape& shape : shapes()) {
            const double grown = growth::of_four_times(1500, [&](std::size_t size) {
                auto runs = std::make_shared<std::vector<Played>>(
                    all_played(exercise, shape, static_cast<std::uint32_t>(size)));
                return [&rubric, runs] { judge(rubric, *runs, {}, "a.cpp", Language::english); };
            });
            CHECK_MESSAGE(grown < growth::near_linear, exercise.name << ": " << std::string(shape.name) << ": " << grown);
        }
    }
}

TEST_CASE("peak and limit_used grow no faster than the waits they look at") {
    CHECK(growth::of_four_times(4000, measuring([](const Group& group) { return peak(group, {}); })) <
          growth::near_linear);
    CHECK(growth::of_four_times(4000, measuring([](const Group& group) {
              return limit_used(group, 1, Time::zero());
          })) < growth::near_linear);
}

TEST_CASE("what a rubric.json chooses by function and length grows no faster than the waits") {
    const double grown = growth::of_four_times(4000, [](std::size_t size) {
        Scenario scenario;
        scenario.script.calls = {{"f", {}}};
        auto tale = std::make_shared<Tale>(scenario);
        short_sleeps(tale->call("f"), static_cast<std::uint32_t>(size));
        return [tale] {
            Selection selection;
            selection.lengths.emplace_back("1ms");
            selection.functions.emplace_back("work1");
            selection.choose(tale->timeline(), 0);
        };
    });
    CHECK(grown < growth::near_linear);
}

TEST_CASE("who waits for ever is told of a few, however many there are") {
    Tale tale;
    waits_for_ever(tale.call("f"), 2000);
    const auto found = deadlocked(tale.timeline());
    REQUIRE(found);
    const std::string told = found->observed.in(Language::english);
    CHECK(told.find("work1 waits for a lock that is held (line 10), work2 waits") != std::string::npos);
    CHECK(told.ends_with("and 1990 more"));
    CHECK(found->observed.in(Language::french).ends_with("et 1990 autres"));
}

TEST_CASE("a picture takes no longer than the entries of its timeline") {
    const double grown = growth::of_four_times(4000, [](std::size_t size) {
        ScenarioReport scenario;
        scenario.duration = 10s;
        for (std::uint32_t i = 0; i < size; ++i) {
            scenario.timeline.push_back({Microseconds(i), "semaphore_acquired", "work", i, 1, 0, {}, {}});
            scenario.timeline.push_back({Microseconds(i), "sleep_began", "work", i + 1, 1, 0, {}, {}});
        }
        return [scenario] { picture(scenario, std::nullopt, Language::english); };
    });
    CHECK(grown < growth::near_linear);
}

TEST_CASE("a stream is cut into frames in one go, however short they are") {
    const double grown = growth::of_four_times(16'000, [](std::size_t size) {
        std::string stream;
        for (std::size_t i = 0; i < size; ++i) stream += protocol::frame("twelve bytes");
        return [stream] {
            protocol::Framing framing;
            framing.add(stream);
            while (framing.next()) {
            }
        };
    });
    CHECK(grown < growth::near_linear);
}
