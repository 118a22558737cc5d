#include "grader/rubric/written_exercise.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/run_by_hand.hpp"
#include "tests/grader/temporary_folder.hpp"
#include "tests/grader/written_rubric.hpp"

#include <functional>
#include <sstream>

using namespace by_hand;
using namespace findings;
using namespace grader;

namespace {

/// What a criterion that expects this says of such a run of such a scenario.
Finding look(const std::string& expected, const std::function<void(Tale&)>& happens,
             const std::string& scenario = "as written") {
    const ReadExercise read =
        read_exercise("parcel", written_rubric::expecting(expected, scenario), written_rubric::header);
    REQUIRE_MESSAGE(read.exercise, read.complaint.in(Language::english));
    for (const Scenario& one : read.exercise->scenarios(1)) {
        if (one.id != scenario) continue;
        Tale tale(one);
        happens(tale);
        const Rubric rubric = read.exercise->rubric();
        return rubric.criteria().at(0).measure(tale.timeline(), {});
    }
    return fails({"no such scenario", "pas de tel scénario"});
}

/// Two waits of 1 s beside each other, then one of 2 s.
void two_then_one(Tale& tale) {
    tale.call("fetch(3, 2s)").prints(1, "begun").sleeps(1, 1s).sleeps(2, 1s).at(1s).wakes(1).wakes(2);
    tale.sleeps_through(3, 2s).prints(3, "done").result("result", "7").returns();
}

void nothing(Tale& tale) { tale.call("fetch(3, 2s)").returns(); }

}  // namespace

TEST_CASE("every measure can be asked for by its name") {
    for (const char* expected :
         {R"({"measure": "count", "of": "1s", "exactly": 2})",
          R"({"measure": "count", "at_least": 1, "at_most": 3})", R"({"measure": "overlap", "of": "1s"})",
          R"({"measure": "peak", "of": ["1s", "2s"], "exactly": 2})",
          R"({"measure": "limit_used", "limit": 1})", R"({"measure": "before", "of": "1s", "then": "2s"})",
          R"({"measure": "after", "of": "2s", "others": "1s"})",
          R"({"measure": "within", "of": "1s", "from": "0s", "to": "1s"})",
          R"({"measure": "finish_time", "exactly": "3s"})",
          R"({"measure": "waited_exactly", "length": "1s + 2s"})", R"({"measure": "said_at", "at": "3s"})",
          R"({"measure": "said_at_begin_and_end"})",
          R"({"measure": "order_kept", "printed": ["begun", "done"]})",
          R"({"measure": "order_kept", "given": ["7"]})", R"({"measure": "gives", "result": "7"})",
          R"({"no": "blocked"})", R"({"no": "never_awaited"})", R"({"no": "left_behind"})",
          R"({"no": "deadlocked"})"}) {
        CAPTURE(expected);
        check_holds(look(expected, two_then_one));
    }
}

TEST_CASE("every measure can fail, and says what it saw") {
    const auto fails_with = [](const std::string& expected, const std::string& words) {
        CAPTURE(expected);
        check_fails(look(expected, two_then_one), words);
    };
    fails_with(R"({"measure": "count", "of": "1s", "exactly": 3})", "2 waits of 1s instead of 3");
    fails_with(R"({"measure": "overlap"})", "work3 began only at 1 s, when work1 was over since 1 s");
    fails_with(R"({"measure": "peak", "at_most": 1})", "2 waits at once; the limit is 1");
    fails_with(R"({"measure": "limit_used", "limit": 3})",
               "at 0 s, 2 of 3 slots were used although waits were still to begin (1)");
    fails_with(R"({"measure": "before", "of": "2s", "then": "1s"})",
               "work1 began at 0 s, before work3 was done");
    fails_with(R"({"measure": "after", "of": "1s", "others": "2s"})",
               "work1 began at 0 s, before work3 was done");
    fails_with(R"({"measure": "within", "from": "0s", "to": "1s"})",
               "work3 waited from 1 s to 3 s; it should lie between 0 s and 1 s");
    fails_with(R"({"measure": "finish_time", "at_most": "2s"})",
               "fetch(3, 2s) returned after 3 s, later than 2 s");
    fails_with(R"({"measure": "waited_exactly", "length": "2s"})", "fetch(3, 2s) took 3 s instead of 2 s");
    fails_with(R"({"measure": "said_at", "at": "2s"})", "nothing was printed at 2 s");
    fails_with(R"({"measure": "order_kept", "given": ["8"]})",
               "answer 1 should be the one of 8, and is \"7\"");
    fails_with(R"({"measure": "gives", "result": "8"})", "fetch(3, 2s) gave \"7\"");
    fails_with(R"([{"no": "blocked"}, {"measure": "cancelled_at", "at": "2s"}])",
               "work3 should have been cancelled at 2 s, and went on until 3 s");
}

TEST_CASE("faults are found") {
    const auto found = [](const std::string& expected, const std::function<void(Tale&)>& happens) {
        return !look(expected, happens).holds;
    };
    CHECK(found(R"({"no": "blocked"})", [](Tale& tale) { tale.call("f").blocks(1, 1s).returns(); }));
    CHECK(found(R"({"no": "never_awaited"})",
                [](Tale& tale) { tale.call("f").never_awaits("g", 7).returns(); }));
    CHECK(found(R"({"no": "left_behind"})", [](Tale& tale) { tale.call("f").returns().leaves_a_task(); }));
    CHECK(
        found(R"({"no": "deadlocked"})", [](Tale& tale) { tale.call("f").waits_for_ever(1, "the task g"); }));
}

TEST_CASE("cancelled from outside: who stops and lets it through holds, who swallows it does not") {
    const auto stops = [](Tale& tale) {
        tale.call("fetch(3, 2s)").sleeps(1, 2s).at(1s).is_cancelled(1).lets_cancellation_through();
    };
    const auto swallows = [](Tale& tale) {
        tale.call("fetch(3, 2s)").sleeps(1, 2s).at(1s).is_cancelled(1).returns();
    };
    for (const char* expected :
         {R"({"measure": "stopped_when_cancelled"})", R"({"no": "swallowed_cancellation"})"}) {
        check_holds(look(expected, stops, "cancelled"));
        CHECK_FALSE(look(expected, swallows, "cancelled").holds);
    }
}

TEST_CASE("a call that was never made, and one that does nothing, keep no measure of waits") {
    check_fails(look(R"({"measure": "peak", "at_most": 3})", [](Tale&) {}), "fetch(3, 2s) was never called");
    check_fails(look(R"({"measure": "peak", "at_most": 3})", nothing), "there were no waits at all");
}

TEST_CASE("arguments follow the values that were drawn") {
    const auto waits_as_asked = [](Tale& tale) {
        const auto& values = tale.scenario().script.calls.at(0).arguments;
        tale.call("fetch(count, delay)").sleeps_through(1, Time(std::stoll(values.at(1).second))).returns();
    };
    check_holds(look(R"({"measure": "finish_time", "exactly": "delay"})", waits_as_asked, "drawn"));
    check_holds(look(R"({"measure": "count", "of": "delay", "at_most": "count"})", waits_as_asked, "drawn"));
    CHECK_FALSE(look(R"({"measure": "finish_time", "exactly": "2 * delay"})", waits_as_asked, "drawn").holds);
}

TEST_CASE("every measure that can be asked for stands in the README") {
    const std::string readme = bytes_of_file(AWAITLAB_SOURCE_DIR "/grader/rubric/README.md");
    for (const std::string key : {"measure", "no"}) {
        const ReadExercise read = read_exercise(
            "parcel", written_rubric::expecting("{\"" + key + "\": \"?\"}"), written_rubric::header);
        std::istringstream words(read.complaint.in(Language::english));
        int known = 0;
        for (std::string word; words >> word;) {
            if (!word.ends_with(',')) continue;
            word.pop_back();
            const bool is_measure = word != "expect" && word != "1";
            known += is_measure ? 1 : 0;
            CHECK_MESSAGE((!is_measure || readme.find("`" + word + "`") != std::string::npos), word);
        }
        CHECK(known >= 4);
    }
}
