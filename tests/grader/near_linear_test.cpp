#include "grader/exercise/course.hpp"
#include "grader/exercise/measures.hpp"
#include "grader/grading/trials.hpp"
#include "grader/judge/judge.hpp"
#include "grader/report/picture.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/growth.hpp"
#include "tests/grader/long_timelines.hpp"
#include "tests/grader/written_exercise.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Everything that comes out of a box is as long as a submission likes, up to its limits: what is done with it
// must not cost more than its length, give or take a logarithm.

using namespace grader;
using namespace long_timelines;

namespace {

/// Every measure that an exercise may ask for, with arguments that give it as much to do as there can be.
const std::vector<std::string>& all_measures() {
    static const std::vector<std::string> all{
        R"({"measure": "count", "exactly": "count"})",
        R"({"measure": "count", "of": ["1s", "2s", "lengths"], "at_least": 0})",
        R"({"measure": "overlap"})",
        R"({"measure": "peak", "of": "1s", "at_most": 1000000})",
        R"({"measure": "peak", "of": "work1", "at_most": 1000000})",
        R"({"measure": "limit_used", "limit": 1})",
        R"({"measure": "never_idle"})",
        R"({"measure": "rate", "at_most": 1, "in": "1ns"})",
        R"({"measure": "before", "of": "1s", "then": "1ms"})",
        R"({"measure": "after", "of": "1ms", "others": "1s"})",
        R"({"measure": "never_together", "of": "1s", "others": "1ms"})",
        R"({"measure": "never_together", "others": "7s"})",
        R"({"measure": "within", "from": "0s", "to": "100000000s"})",
        R"({"measure": "wait", "number": 1, "begins_at": "0s", "ends_at": "100000000s"})",
        R"({"measure": "stages", "stages": [1, 1, 1, 1], "made_of": ["toast", "fetch", "fetch", "toast"]})",
        R"({"measure": "stages", "of": "1s", "stages": [1, 1, 2], "made_of": ["toast", "fetch"]})",
        R"({"measure": "measures", "name": "took", "from": 1, "to": 2})",
        R"({"measure": "measures", "name": "took", "from": 1, "to": 100000})",
        R"({"measure": "each_waits", "lengths": "lengths"})",
        R"({"measure": "each_once", "of": "1s", "numbers": "count"})",
        R"({"measure": "each_once", "numbers": "count"})",
        R"({"measure": "says_number", "numbers": "count"})",
        R"({"measure": "says_number", "number": 0})",
        R"({"measure": "holds_slot", "what": "slots"})",
        R"({"measure": "cancelled_at", "at": "1ns"})",
        R"({"measure": "finish_time", "exactly": "1s"})",
        R"({"measure": "returns_when_done"})",
        R"({"measure": "waited_exactly", "length": "1s"})",
        R"({"measure": "said_at", "at": "1s"})",
        R"({"measure": "said_at_begin_and_end"})",
        R"({"measure": "order_kept", "printed": ["1", "2", "never"]})",
        R"({"measure": "gives", "text": "an answer"})",
        R"({"measure": "gives", "contains": "name"})",
        R"({"measure": "gives", "each_contains": "names"})",
        R"({"measure": "same_as_alone"})",
        R"({"measure": "throws", "text": "no"})",
        R"({"no": "blocked"})",
        R"({"no": "never_awaited"})",
        R"({"no": "left_behind"})",
        R"({"no": "deadlocked"})",
    };
    return all;
}

/// A criterion for each.
const std::vector<Criterion>& all_criteria() {
    static const std::vector<Criterion> all = [] {
        std::vector<Criterion> made;
        const std::string header = written_exercise::header + "void work1();\n";
        for (const std::string& measure : all_measures()) {
            const Exercise exercise =
                written_exercise::read(written_exercise::expecting_in_words(measure), header);
            made.push_back(exercise.rubric.criteria().front());
        }
        for (const char* measure :
             {R"({"measure": "stopped_when_cancelled"})", R"({"no": "swallowed_cancellation"})"}) {
            const Exercise exercise = written_exercise::read(
                written_exercise::expecting(measure, R"("when": "cancelled",)"), header);
            made.push_back(exercise.rubric.criteria().front());
        }
        return made;
    }();
    return all;
}

/// A long call of that shape, and what every measure may be asked of it.
struct LongCall {
    LongCall(const Shape& shape, std::uint32_t events, bool cancelled)
        : tale(scenario(shape, events, cancelled)) {
        shape.tell(tale.call("fetch"), events);
        if (tale.run().ending != Ending::deadlocked) tale.result("took", "123456789ns").returns();
        all.emplace("alone", tale.timeline());
    }

    static Scenario scenario(const Shape& shape, std::uint32_t events, bool cancelled) {
        Tale same;
        shape.tell(same.call("fetch"), events);
        const Values inputs{{"count", std::to_string(same.timeline().waits.size())},
                            {"name", "an answer"},
                            {"lengths", "2"},
                            {"lengths.0", "1000000000ns"},
                            {"lengths.1", "1000000ns"},
                            {"names", "1"},
                            {"names.0", "an answer"},
                            {"slots", "1"},
                            {"slots_held", "0"},
                            {"slots_held_for", "0ns"}};
        Scenario made = by_hand::calling({{"fetch", inputs}}, 7);
        made.alone = "alone";
        return cancelled ? by_hand::cancelling(made, 0, 1ns) : made;
    }

    void look(const Criterion& criterion) const {
        if (criterion.asks(tale.scenario())) criterion.look(all.at("alone"), all);
    }

    Tale tale;
    Timelines all;
};

double seconds_of(const LongCall& call, const Criterion& criterion) {
    const double begin = growth::cpu_seconds();
    call.look(criterion);
    return growth::cpu_seconds() - begin;
}

}  // namespace

TEST_CASE("no measure grows faster than the timelines it is given, whatever their shape") {
    for (const Shape& shape : shapes()) {
        for (const bool cancelled : {false, true}) {
            const auto few = std::make_shared<LongCall>(shape, 6000, cancelled);
            const auto many = std::make_shared<LongCall>(shape, 24'000, cancelled);
            const double grown = growth::of_four_times(6000, [&](std::size_t size) {
                return [call = size == 6000 ? few : many] {
                    for (const Criterion& criterion : all_criteria()) call->look(criterion);
                };
            });
            if (grown < growth::near_linear) continue;
            std::string slowest;
            for (std::size_t i = 0; i < all_criteria().size(); ++i) {
                const double times =
                    seconds_of(*many, all_criteria()[i]) / seconds_of(*few, all_criteria()[i]);
                if (times > growth::near_linear)
                    slowest +=
                        "\n" + std::to_string(times) + ": number " + std::to_string(i) + " of the list";
            }
            FAIL_CHECK(std::string(shape.name) << ": " << grown << slowest);
        }
    }
}

TEST_CASE("sixty thousand waits and prints are judged in a moment, by every measure") {
    for (const Shape& shape : shapes()) {
        if (!std::string_view(shape.name).starts_with("pages")) continue;
        const LongCall call(shape, 120'000, false);
        for (std::size_t i = 0; i < all_criteria().size(); ++i)
            CHECK_MESSAGE(seconds_of(call, all_criteria()[i]) < 2, std::string(shape.name)
                                                                       << ": number " << i << " of the list");
    }
}

TEST_CASE("no exercise's judging grows faster than the timelines it is given") {
    const std::vector<Played> none;
    const std::vector<const Criterion*> held;
    const std::vector<Scenario> missed;
    for (const Exercise& exercise : exercises()) {
        for (const Shape& shape : shapes()) {
            const double grown = growth::of_four_times(1500, [&](std::size_t size) {
                auto runs = std::make_shared<std::vector<Played>>(
                    all_played(exercise, shape, static_cast<std::uint32_t>(size)));
                return [&, runs] {
                    judge({exercise.rubric, *runs, none, held, missed}, "a.cpp", Language::english);
                };
            });
            CHECK_MESSAGE(grown < growth::near_linear,
                          exercise.name << ": " << std::string(shape.name) << ": " << grown);
        }
    }
}

TEST_CASE(
    "whether a criterion holds in all that was tried is known in a time that grows no faster than the runs") {
    for (const Exercise& exercise : exercises()) {
        const double grown = growth::of_four_times(1500, [&](std::size_t size) {
            auto trials = std::make_shared<Trials>();
            trials->runs = all_played(exercise, shapes()[2], static_cast<std::uint32_t>(size));
            return [&exercise, trials] {
                for (const Criterion& criterion : exercise.rubric.criteria()) trials->holds(criterion);
            };
        });
        CHECK_MESSAGE(grown < growth::near_linear, exercise.name << ": " << grown);
    }
}

TEST_CASE("a deadlock names a few coroutines, however many wait") {
    Tale tale;
    waits_for_ever(tale.call("f"), 2000);
    const auto found = deadlocked(tale.timeline(), 0);
    REQUIRE(found);
    const std::string told = found->observed.in(Language::english);
    CHECK(told.find("work1 waits for a lock that is held (line 10), work2 waits") != std::string::npos);
    CHECK(told.ends_with("and 1990 more"));
    CHECK(found->observed.in(french()).ends_with("et 1990 autres"));
}

TEST_CASE("a picture takes no longer than its spans") {
    const double grown = growth::of_four_times(4000, [](std::size_t size) {
        ScenarioReport scenario;
        scenario.duration = 10s;
        for (std::uint32_t i = 0; i < size; ++i) {
            scenario.spans.push_back({SpanEntry::Kind::held, "work", i, Microseconds(i), 10s});
            scenario.spans.push_back({SpanEntry::Kind::sleep, "work", i + 1, Microseconds(i), 10s});
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
