#include "grader/commands/commands.hpp"
#include "grader/commands/complain.hpp"
#include "grader/commands/course.hpp"
#include "grader/commands/find_submissions.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/commands/uncontained.hpp"
#include "grader/grade.hpp"
#include "grader/report/file.hpp"
#include "grader/report/json.hpp"
#include "grader/report/text.hpp"
#include "grader/workshop.hpp"
#include "runtime/aio.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace grader {

namespace {

struct Checked {
    Checked() = default;  // no aggregate: g++ 12 destroys those twice as a coroutine's result

    std::vector<Graded> graded;
    Text fault;  ///< nothing could be graded
    int code = 3;  ///< of such a fault: 3 is ours
};

aio::Coroutine<> open_and_grade(std::vector<Assignment> assignments, const CheckOptions& options, Checked& checked) {
    OpenedWorkshop opened = co_await open_workshop();
    if (!opened.workshop) {
        checked.fault = opened.advice;
        co_return;
    }
    if (!opened.advice.empty()) complain(opened.advice, options.language);
    if (is_uncontained(opened.workshop->containment)) {
        if (!options.allow_uncontained) {
            checked.fault = refusal_to_run_uncontained();
            co_return;
        }
        complain(warning_of_uncontained(), options.language);
    }
    std::vector<const Exercise*> exercises;
    for (const Assignment& one : assignments) exercises.push_back(one.exercise);
    const NotReady not_ready = co_await prepare_exercises(*opened.workshop, exercises);
    if (!not_ready.reason.empty()) {
        checked.fault = not_ready.reason;
        checked.code = not_ready.ours ? 3 : 2;
        co_return;
    }
    checked.graded = co_await grade_all(std::move(assignments), *opened.workshop);
}

int exit_code(const std::vector<Verdict>& verdicts) {
    const auto is = [](Outcome outcome) { return [outcome](const Verdict& one) { return one.outcome == outcome; }; };
    if (std::ranges::any_of(verdicts, is(Outcome::internal_error))) return 3;
    return std::ranges::all_of(verdicts, is(Outcome::passed)) ? 0 : 1;
}

}  // namespace

int check(const CheckOptions& options) {
    const Course course = open_course(options.exercises);
    if (!course.complaint.empty()) {
        complain(course.complaint, options.language);
        return 2;
    }
    const FoundSubmissions found = find_submissions(options.paths, options.exercise, course.exercises);
    if (!found.complaint.empty()) {
        complain(found.complaint, options.language);
        return 2;
    }
    if (const auto problem = options.json_path.empty() ? std::nullopt : refuses_writing(options.json_path)) {
        complain(*problem, options.language);
        return 2;
    }
    std::vector<Assignment> assignments;
    for (const Found& one : found.files) {
        Assignment assignment;
        assignment.path = one.path;
        assignment.name = one.name;
        assignment.exercise = one.exercise;
        assignment.seed = options.seed;
        assignment.language = options.language;
        assignments.push_back(std::move(assignment));
    }
    Checked checked;
    if (!aio::run(until_interrupted(open_and_grade(std::move(assignments), options, checked)))) {
        return interrupted;
    }
    if (!checked.fault.empty()) {
        complain(checked.fault, options.language);
        return checked.code;
    }
    std::vector<Verdict> verdicts;
    std::vector<std::string> sources;
    for (Graded& graded : checked.graded) {
        verdicts.push_back(std::move(graded.verdict));
        sources.push_back(std::move(graded.source));
    }
    TextOptions text;
    text.colour = options.colour;
    std::FILE* screen = options.json_path == "-" ? stderr : stdout;
    std::fputs(report_text(verdicts, sources, text).c_str(), screen);
    if (!options.json_path.empty()) {
        if (const auto problem = write_file(options.json_path, report_json(verdicts))) {
            complain(*problem, options.language);
            return 3;
        }
    }
    return exit_code(verdicts);
}

}  // namespace grader
