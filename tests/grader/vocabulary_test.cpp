#include "grader/exercise/vocabulary.hpp"
#include "tests/grader/asked_by_name.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace asked_by_name;
using namespace by_hand;
using namespace findings;
using namespace grader;

namespace {

/// Two waits of 1 s beside each other, one of them with a slot, then one of 2 s.
void two_then_one(Tale& tale) {
    tale.call("fetch").prints(1, "0 begun").takes_slot(1).sleeps(1, 1s).prints(2, "1").sleeps(2, 1s);
    tale.at(1s).wakes(1).gives_slot_back(1).wakes(2).prints(3, "2").sleeps_through(3, 2s).prints(3, "done");
    tale.result("result", "7").result("took", "3000000000ns").result("text", "in Oslo");
    tale.result("list.size", "2").result("list", "A").result("list", "B").returns();
}

void nothing(Tale& tale) { tale.call("fetch").returns(); }

struct Example {
    std::string holds;
    std::string fails;
    std::string words;
};

/// Of each word that two_then_one() can show.
const std::vector<Example>& examples() {
    static const std::vector<Example> all{
        {R"({"measure": "count", "of": "1s", "exactly": 2})",
         R"({"measure": "count", "of": "1s", "exactly": 3})", "2 waits of 1 s instead of 3"},
        {R"({"measure": "count", "at_least": 1, "at_most": "count"})",
         R"({"measure": "count", "at_least": 4})", "3 waits; there should be 4 or more"},
        {R"({"measure": "overlap", "of": "1s"})", R"({"measure": "overlap"})",
         "work3 began only at 1 s, but work1 had ended at 1 s"},
        {R"({"measure": "peak", "of": ["1s", "2s"], "exactly": 2})", R"({"measure": "peak", "at_most": 1})",
         "2 waits at once; the limit is 1"},
        {R"({"measure": "limit_used", "limit": 1})", R"({"measure": "limit_used", "limit": 3})",
         "at 0 s, 2 of 3 were under way although 1 wait had not begun yet"},
        {R"({"measure": "never_idle"})", R"({"measure": "never_idle", "of": "2s"})",
         "at 0 s nothing was under way, although there was more to do"},
        {R"({"measure": "rate", "at_most": 2, "in": "1s"})",
         R"({"measure": "rate", "at_most": 2, "in": "1001ms"})", "3 waits began within 1 s; at most 2 may"},
        {R"({"measure": "before", "of": "1s", "then": "2s"})",
         R"({"measure": "before", "of": "2s", "then": "1s"})", "work1 began at 0 s, before work3 was done"},
        {R"({"measure": "after", "of": "2s", "others": "1s"})",
         R"({"measure": "after", "of": "1s", "others": "2s"})", "work1 began at 0 s, before work3 was done"},
        {R"({"measure": "never_together", "of": "1s", "others": "2s"})",
         R"({"measure": "never_together", "of": "1s", "others": ["1s", "2s"]})",
         "at 0 s, work1 (line 10) and work1 (line 10) were under way at the same time"},
        {R"({"measure": "within", "of": "1s", "from": "0s", "to": "1s"})",
         R"({"measure": "within", "from": "0s", "to": "1s"})",
         "work3 waited from 1 s to 3 s; it should lie between 0 s and 1 s"},
        {R"({"measure": "wait", "number": 3, "begins_at": "1s", "ends_at": "1s + delay"})",
         R"({"measure": "wait", "number": 4})", "there were 3 waits; number 4 is missing"},
        {R"({"measure": "stages", "stages": [2, 1]})", R"({"measure": "stages", "stages": [1, 2]})",
         "work2 began at 0 s, before work1 was done"},
        {R"({"measure": "stages", "stages": [3, 1], "only": [2]})",
         R"({"measure": "stages", "stages": [3, 1], "only": [1]})", "work1 began at 0 s, work3 only at 1 s"},
        {R"({"measure": "measures", "name": "took", "from": 1, "to": 3})",
         R"({"measure": "measures", "name": "took", "from": 1, "to": 2})",
         "took is 3 s, but the measured work took a different time"},
        {R"({"measure": "each_waits", "lengths": "lengths"})",
         R"({"measure": "each_waits", "lengths": "lengths", "begins_at": "1s"})", "0 of 2 began"},
        {R"({"measure": "each_once", "numbers": "count"})", R"({"measure": "each_once", "numbers": 2})",
         "3 waits; there should be 2"},
        {R"({"measure": "says_number", "numbers": "count"})",
         R"({"measure": "says_number", "of": "2s", "number": 9})",
         "number 9 began, and what was printed has no 9 in it"},
        {R"({"measure": "holds_slot", "what": "slots", "of": "1s"})",
         R"({"measure": "holds_slot", "what": "slots", "of": "2s"})",
         "a slot was free from 0 s on, fetch began only at 1 s"},
        {R"({"measure": "finish_time", "exactly": "3s"})",
         R"({"measure": "finish_time", "at_most": "delay"})", "fetch returned after 3 s, later than 2 s"},
        {R"({"measure": "returns_when_done"})", R"({"measure": "returns_when_done", "of": "1s"})",
         "all was done at 1 s, fetch returned at 3 s"},
        {R"({"measure": "waited_exactly", "length": "1s + delay"})",
         R"({"measure": "waited_exactly", "length": "2s"})", "fetch took 3 s instead of 2 s"},
        {R"({"measure": "said_at", "at": "3s"})", R"({"measure": "said_at", "at": "2s"})",
         "nothing was printed at 2 s"},
        {R"({"measure": "order_kept", "printed": ["begun", "done"]})",
         R"({"measure": "order_kept", "printed": ["done", "begun"]})",
         "\"begun\" was printed too early: not after all that should come before it"},
        {R"({"measure": "gives", "text": "7"})", R"({"measure": "gives", "text": "8"})",
         "fetch gave \"7\" instead of \"8\""},
        {R"({"measure": "gives", "equals": "2 * count + 1"})", R"({"measure": "gives", "equals": "count"})",
         "fetch gave \"7\" instead of \"3\""},
        {R"({"measure": "gives", "name": "text", "contains": "name"})",
         R"({"measure": "gives", "contains": "name"})",
         "fetch gave \"7\" instead of a text with \"Oslo\" in it"},
        {R"({"measure": "gives", "name": "list", "each_contains": "names"})",
         R"({"measure": "gives", "each_contains": "names"})", "fetch gave \"7\" instead of a list of 2"},
        {R"({"measure": "gives", "name": "list", "each_equals": "names"})",
         R"({"measure": "gives", "name": "list", "each_equals": "lengths"})",
         "answer 1 should be the one of \"1000000000ns\", and is \"A\""},
    };
    return all;
}

}  // namespace

TEST_CASE("vocabulary: every measure can be asked for by its name, and holds") {
    for (const Example& one : examples()) {
        CAPTURE(one.holds);
        check_holds(look(one.holds, two_then_one));
    }
    check_holds(look(R"({"measure": "said_at_begin_and_end"})", [](Tale& tale) {
        tale.call("fetch").prints(1, "in").sleeps_through(1, 2s).prints(1, "out").returns();
    }));
    for (const char* fault : {"blocked", "never_awaited", "left_behind", "deadlocked"})
        check_holds(look("{\"no\": \"" + std::string(fault) + "\"}", two_then_one));
}

TEST_CASE("vocabulary: every measure can fail, and says what it saw") {
    for (const Example& one : examples()) {
        CAPTURE(one.fails);
        check_fails(look(one.fails, two_then_one), one.words);
    }
    check_fails(look(R"({"measure": "said_at_begin_and_end"})", nothing),
                "fetch printed nothing when it began");
}

TEST_CASE("vocabulary: faults are found") {
    const auto found = [](const std::string& fault, const Story& happens) {
        return !look("{\"no\": \"" + fault + "\"}", happens).holds;
    };
    CHECK(found("blocked", [](Tale& tale) { tale.call("fetch").blocks(1, 1s).returns(); }));
    CHECK(found("never_awaited", [](Tale& tale) { tale.call("fetch").never_awaits("g", 7).returns(); }));
    CHECK(found("left_behind",
                [](Tale& tale) { tale.call("fetch").starts_task(1, "tick", 5).returns().leaves_task(5); }));
    CHECK(found("deadlocked", [](Tale& tale) { tale.call("fetch").waits_for_ever(1, "g", Awaited::task); }));
}

TEST_CASE(
    "vocabulary: cancelled from outside, who stops and lets it through holds, who swallows it does not") {
    const auto stops = [](Tale& tale) {
        tale.call("fetch").sleeps(1, 2s).at(1s).is_cancelled(1).lets_cancellation_through();
    };
    const auto swallows = [](Tale& tale) {
        tale.call("fetch").sleeps(1, 2s).at(1s).is_cancelled(1).returns();
    };
    for (const char* expected :
         {R"({"measure": "stopped_when_cancelled"})", R"({"no": "swallowed_cancellation"})"}) {
        check_holds(look_at_cancelled(expected, stops));
        CHECK_FALSE(look_at_cancelled(expected, swallows).holds);
    }
    check_says_nothing(look_at_cancelled(R"({"measure": "stopped_when_cancelled"})", nothing));
}

TEST_CASE("vocabulary: cancelled_at, and that late timers leave nothing to be seen") {
    const auto cancels = [](Tale& tale) {
        tale.call("fetch").sleeps(1, 5s).at(2s).is_cancelled(1).returns();
    };
    const std::string at_two = R"({"measure": "cancelled_at", "of": "5s", "at": "delay"})";
    check_holds(look(at_two, cancels));
    check_fails(look(R"({"measure": "cancelled_at", "at": "1s"})", cancels),
                "work1 should have been cancelled at 1 s, and went on until 2 s");
    check_says_nothing(look(at_two, cancels, true));
}

TEST_CASE("vocabulary: throws asks for an error, and the driver keeps it") {
    const std::string throws = R"({"measure": "throws", "text": "too much"})";
    check_holds(
        look(throws, [](Tale& tale) { tale.call("fetch").result("throws", "too much of it").returns(); }));
    CHECK_FALSE(look(throws, two_then_one).holds);
    CHECK(read(written_exercise::expecting(throws)).throwing == std::vector<std::string>{"fetch"});
    CHECK(read(written_exercise::expecting(R"({"no": "blocked"})")).throwing.empty());
}

TEST_CASE("vocabulary: same_as_alone is compared with the same call alone, which is then made, too") {
    const Exercise exercise =
        read(written_exercise::expecting(R"({"measure": "same_as_alone"})", R"("when": "second",)"));
    CHECK(exercise.compares_with_alone);
    Scenario twice = calling(
        {exercise.of_statement.front().script.calls[0], exercise.of_statement.front().script.calls[0]});
    twice.alone = "alone";
    Tale alone(exercise.of_statement.front());
    two_then_one(alone);
    Tale both(twice);
    two_then_one(both);
    both.call("fetch").sleeps_through(1, 1s).returns();
    Timelines all;
    all.emplace("alone", alone.timeline());
    check_fails(exercise.rubric.criteria().front().look(both.timeline(), all),
                "the same call has 3 waits in 3 s alone, and 1 in 1 s after another call");
}

TEST_CASE("vocabulary: a call that was never made, and one that does nothing, keep no measure of waits") {
    const std::string peak = R"({"measure": "peak", "at_most": 3})";
    check_fails(look(peak, [](Tale&) {}), "fetch was never called");
    check_fails(look(peak, nothing), "there were no waits at all");
}

TEST_CASE("vocabulary: every word has a test here and is in WRITING.md, and WRITING.md has no other") {
    const std::string writing = bytes_of_file(AWAITLAB_SOURCE_DIR "/grader/exercise/WRITING.md");
    std::string tested;
    for (const Example& one : examples()) tested += one.holds;
    const std::set<std::string_view> elsewhere{"said_at_begin_and_end", "same_as_alone", "cancelled_at",
                                               "stopped_when_cancelled", "throws"};
    std::size_t known = 0;
    for (const std::vector<Word>* words : {&words_about_waits(), &words_about_calls(), &words_for_faults()}) {
        for (const Word& word : *words) {
            const std::string name(word.name);
            ++known;
            CHECK_MESSAGE(writing.find("`" + name + "`") != std::string::npos, name);
            const bool is_tested = words == &words_for_faults() || elsewhere.contains(word.name) ||
                                   tested.find("\"" + name + "\"") != std::string::npos;
            CHECK_MESSAGE(is_tested, name);
        }
    }
    std::size_t rows = 0;
    bool among_words = false;
    for (std::size_t at = 0; at < writing.size(); at = writing.find('\n', at) + 1) {
        const std::string line = writing.substr(at, writing.find('\n', at) - at);
        if (line.starts_with("| `\"")) among_words = true;
        if (among_words && line.starts_with("| `") && !line.starts_with("| `\""))
            rows += line.substr(0, line.find(" | ", 2)).find("`, `") == std::string::npos ? 1 : 2;
        if (writing.find('\n', at) == std::string::npos) break;
    }
    CHECK(rows == known);
}
