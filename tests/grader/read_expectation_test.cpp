#include "tests/grader/refusals.hpp"

#include <string>

using namespace grader;
using namespace refusals;
using namespace written_exercise;

namespace {

/// Of the criterion's lines.
void check_expectation(const std::string& expected, const std::string& words, const std::string& more = "") {
    CAPTURE(expected);
    check_refused(expecting(expected, more), "14: criteria 1, expect" + words);
}

}  // namespace

TEST_CASE("a measure that there is not, or whose arguments make no sense, is told with its place") {
    check_expectation(R"({"measure": "peek"})",
                      ", measure: there is no measure peek; it may be count, overlap, peak, limit_used, "
                      "never_idle, rate, before, after, "
                      "never_together, within, wait, stages, measures, each_waits, each_once, says_number, "
                      "holds_slot, cancelled_at, "
                      "finish_time, returns_when_done, waited_exactly, said_at, said_at_begin_and_end, "
                      "order_kept, gives, same_as_alone, "
                      "stopped_when_cancelled, throws");
    check_expectation(R"({"no": "panic"})",
                      ", no: there is no measure panic; it may be blocked, swallowed_cancellation, "
                      "never_awaited, left_behind, deadlocked");
    const std::string bounds = ": \"exactly\" is needed, or else \"at_least\", \"at_most\" or both of them";
    check_expectation(R"({"measure": "peak"})", bounds);
    check_expectation(R"({"measure": "peak", "exactly": 2, "at_most": 3})", bounds);
    check_expectation(R"({"measure": "peak", "at_most": "2s"})",
                      ", at_most: \"2s\": a number belongs here, and not a time");
    check_expectation(
        R"({"measure": "peak", "at_most": 2, "off": "1s"})",
        ", off: there is no such word here; it may be measure, for, when, of, exactly, at_least, at_most");
    check_expectation(
        R"({"measure": "peak", "at_most": 2, "of": "fecth"})",
        ", of: \"fecth\": there is no value of the name fecth (nor is it a function of the header)");
    check_expectation(R"({"measure": "finish_time", "exactly": "dealy"})",
                      ", exactly: \"dealy\": there is no value of the name dealy");
    check_expectation(R"({"measure": "finish_time", "exactly": 2})",
                      ", exactly: \"2\": a time belongs here, such as 1.5s");
    check_expectation(R"({"measure": "each_waits", "lengths": "delay"})",
                      ", lengths: \"delay\": a list of times belongs here, such as servers.delay");
    check_expectation(R"({"measure": "stages", "stages": [1, 2], "only": [3]})",
                      ", only 1: a whole number from 1 to 2 belongs here");
    check_expectation(R"({"measure": "measures", "from": -1, "to": 2})",
                      ", to: a whole number from -1 to -1 belongs here");
    check_expectation(R"({"measure": "order_kept"})", ": exactly one of these is needed: printed");
    check_expectation(R"({"measure": "gives"})",
                      ": exactly one of these is needed: text, equals, contains, each_contains, each_equals");
    check_expectation(R"({"measure": "gives", "text": "7", "equals": 7})",
                      ": exactly one of these is needed: text, equals, contains, each_contains, each_equals");
    check_expectation(R"({"measure": "gives", "contains": "nmae"})",
                      ", contains: \"nmae\": there is no value of the name nmae");
    check_expectation(R"({"measure": "says_number"})", ": exactly one of these is needed: number, numbers");
    check_expectation("[]", ": a list […] with at least one element belongs here");
    check_expectation("7", ": \"measure\" is missing");
}

TEST_CASE("a formula that no student should have to read needs words beside it") {
    const std::string doubled = R"({"measure": "finish_time", "exactly": "2 * delay"})";
    check_expectation(doubled,
                      ", exactly: \"2 * delay\" is a formula, which a student should not have to read: add \"expected\" "
                      "to this criterion");
    read(expecting_in_words(doubled));
    read(expecting(R"({"measure": "finish_time", "exactly": "delay"})"));
    read(expecting(R"({"measure": "finish_time", "exactly": "2 * 1s"})"));
}

TEST_CASE("a condition that is none, or that no call that is drawn meets, is told with its place") {
    const auto refused = [](const std::string& when, const std::string& words) {
        check_refused(expecting(R"({"no": "blocked"})", "\"when\": \"" + when + "\","),
                      "13: criteria 1, when: " + words);
    };
    const std::string never =
        "no drawn call fulfils this: add a case to the function, or \"lasts\" if it is about cancelled calls";
    refused("count > 9", never);
    refused("cancelled and count > 9", never);
    refused("count", "\"count\": this is neither true nor false");
    refused("lengths > 1s", "\"lengths > 1s\": this is neither true nor false");
    refused("cuont > 1", "\"cuont > 1\": there is no value of the name cuont");
    check_expectation(R"({"for": "toast", "no": "blocked"})", ": no call that is drawn is ever like this");
    check_expectation(R"({"when": "count > 9", "no": "blocked"})",
                      ": no call that is drawn is ever like this");
    check_expectation(R"({"when": "cuont > 1", "no": "blocked"})",
                      ", when: \"cuont > 1\": there is no value of the name cuont");
}

TEST_CASE("a measure of cancelled calls needs a condition by which all of them are") {
    const std::string words =
        ": not all of these calls are cancelled: write \"when\": \"cancelled\" into the criterion";
    check_expectation(R"({"measure": "stopped_when_cancelled"})", words);
    check_expectation(R"({"no": "swallowed_cancellation"})", words);
    check_expectation(R"({"no": "swallowed_cancellation"})", words, R"("when": "cancelled or count > 2",)");
    read(expecting(R"({"measure": "stopped_when_cancelled"})", R"("when": "cancelled",)"));
    const std::string never_cancelled =
        replaced(replaced(good, "\"lasts\": \"delay\"", "\"cancelled\": false"), "\"of\": \"fetch\"",
                 "\"when\": \"cancelled\", \"of\": \"fetch\"");
    check_refused(never_cancelled,
                  "13: criteria 1, when: no drawn call fulfils this: add a case to the function, or "
                  "\"lasts\" if it is about cancelled calls");
}
