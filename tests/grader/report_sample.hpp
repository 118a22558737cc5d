#pragma once

#include "grader/verdict/verdict.hpp"
#include "tests/grader/french.hpp"

#include <string>
#include <utility>
#include <vector>

// Verdicts made by hand, for the tests of the reports.
namespace report_sample {

using namespace std::chrono_literals;

inline grader::Text same(const std::string& text) { return grader::Text(text); }

using SpanKind = grader::SpanEntry::Kind;

inline void add_sleep(grader::ScenarioReport& scenario, const std::string& coroutine,
                      std::uint32_t coroutine_id, grader::Microseconds begin, grader::Microseconds end,
                      grader::Microseconds planned = grader::Microseconds{}) {
    if (planned == grader::Microseconds{}) {
        planned = end - begin;
    }
    scenario.timeline.push_back({begin, "sleep_began", coroutine, coroutine_id, 1, 14, planned, ""});
    scenario.timeline.push_back({end, "sleep_ended", coroutine, coroutine_id, 1, 14, planned, ""});
    scenario.spans.push_back({SpanKind::sleep, coroutine, coroutine_id, begin, end, planned > end - begin});
}

/// Bread, then coffee, then both again without together.
inline grader::ScenarioReport one_after_the_other() {
    grader::ScenarioReport scenario;
    scenario.id = "as written";
    scenario.name = "as written";
    scenario.inputs_json = R"({"z": 1, "a": {"seconds": 2.5}})";
    scenario.orders_tried = 24;
    scenario.duration = 8s;
    add_sleep(scenario, "toast_bread", 3, 0s, 2s);
    add_sleep(scenario, "brew_coffee", 4, 2s, 4s);
    add_sleep(scenario, "toast_bread", 5, 4s, 6s);
    add_sleep(scenario, "brew_coffee", 6, 6s, 8s);
    scenario.output = {{0s, "Bread is in…\n"}, {2s, "tab\there"}};
    return scenario;
}

inline grader::Check passed_check(const std::string& id, grader::Text title, int points) {
    grader::Check check;
    check.id = id;
    check.title = std::move(title);
    check.status = grader::CheckStatus::passed;
    check.points = points;
    check.max_points = points;
    return check;
}

inline grader::Check failed_check(const std::string& id, grader::Text title, int max_points) {
    grader::Check check = passed_check(id, std::move(title), max_points);
    check.status = grader::CheckStatus::failed;
    check.points = 0;
    check.expected = bilingual("both begin at the same moment", "les deux commencent au même instant");
    check.observed = bilingual("coffee began at 6 s", "le café a commencé à 6 s");
    return check;
}

inline grader::Verdict bare(grader::Outcome outcome, grader::Language language = grader::Language::english) {
    grader::Verdict verdict;
    verdict.exercise = "toaster";
    verdict.submission = {"toaster.cpp", std::string(64, 'a'), 1234};
    verdict.outcome = outcome;
    verdict.max_points = 10;
    verdict.grader = {"0.1.0", 1, "clang 19.1.7", language};
    verdict.resources = {251, 3, 9120, {"bubblewrap", "seccomp", "rlimits"}};
    return verdict;
}

inline grader::Verdict failed(grader::Language language = grader::Language::english) {
    grader::Verdict verdict = bare(grader::Outcome::failed, language);
    verdict.points = 6;
    verdict.checks.push_back(
        passed_check("toast-waits", bilingual("The toaster waits", "Le grille-pain attend"), 6));
    grader::Check together = failed_check(
        "together", bilingual("Toast and coffee are made together", "Le pain et le café se font ensemble"),
        3);
    together.hint =
        bilingual("gather() starts both before it waits.", "gather() lance les deux avant d'attendre.");
    together.scenario = "as written";
    together.at = 6s;
    together.location = grader::Location{"toaster.cpp", 2};
    verdict.checks.push_back(together);
    grader::Check measured = failed_check(
        "durations-measured", bilingual("The durations are measured", "Les durées sont mesurées"), 1);
    measured.hint = same("SECOND HINT");
    measured.observed = same("SECOND OBSERVED");
    verdict.checks.push_back(measured);
    verdict.scenarios.push_back(one_after_the_other());
    return verdict;
}

inline grader::Verdict passed(grader::Language language = grader::Language::english) {
    grader::Verdict verdict = bare(grader::Outcome::passed, language);
    verdict.points = 10;
    verdict.checks.push_back(
        passed_check("toast-waits", bilingual("The toaster waits", "Le grille-pain attend"), 10));
    verdict.scenarios.push_back(one_after_the_other());
    return verdict;
}

inline grader::Verdict compile_error(grader::Language language = grader::Language::english) {
    grader::Verdict verdict = bare(grader::Outcome::compile_error, language);
    verdict.diagnostics = {
        {grader::Severity::error, "toaster.cpp", 2, 5, "use of undeclared identifier 'bread'"},
        {grader::Severity::note, "toaster.cpp", 1, 1, "a note"},
        {grader::Severity::error, "toaster.cpp", 3, 1, "expected ';'"},
        {grader::Severity::warning, "toaster.cpp", 1, 7, "unused variable"},
    };
    return verdict;
}

inline grader::Verdict unreadable() {
    grader::Verdict verdict;
    verdict.submission.file = "holiday.jpg";
    verdict.outcome = grader::Outcome::invalid_submission;
    verdict.reason = bilingual("holiday.jpg is not C++.", "holiday.jpg n'est pas du C++.");
    verdict.grader = {"0.1.0", 18446744073709551615U, "", grader::Language::english};
    return verdict;
}

/// As hostile as bytes can be, wherever a student's bytes come in.
inline grader::Verdict hostile() {
    const std::string bytes =
        std::string("\x1b[2J\x1b]0;title\x07 \xff\xfe\xc3( \0 \r\n\"\\ \xe2\x80\xae \xed\xa0\x80", 34) +
        "\x7f\u009b2J \u061c\u200e\u200f\u202a\u202e\u2066\u2069";
    grader::Verdict verdict = failed();
    verdict.submission.file = "x" + bytes + ".cpp";
    verdict.reason = same("threw " + bytes);
    verdict.checks[1].observed = same("printed " + bytes);
    verdict.checks[1].expected = same(bytes);
    verdict.checks[1].hint = same(bytes);
    verdict.checks[1].location = grader::Location{bytes, 1};
    verdict.checks[0].title = same(bytes);
    verdict.checks[1].scenario = bytes;
    verdict.checks[1].inputs = same(bytes);
    verdict.grader.compiler = bytes;
    verdict.scenarios[0].name = bytes;
    verdict.scenarios[0].calls = {{bytes, {{bytes, bytes}}}};
    verdict.scenarios[0].inputs_json = "{\"a\": \"\u009b\u202e\"}";
    verdict.scenarios[0].output.push_back({1s, bytes});
    verdict.scenarios[0].timeline[0].coroutine = bytes;
    verdict.scenarios[0].timeline[1].detail = bytes;
    verdict.diagnostics.push_back({grader::Severity::warning, bytes, 1, 3, bytes});
    return verdict;
}

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

inline std::size_t how_often(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end == std::string::npos ? text.size() : end + 1;
    }
    return lines;
}

}  // namespace report_sample
