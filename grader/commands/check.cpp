#include "grader/commands/commands.hpp"
#include "grader/report/complain.hpp"
#include "grader/commands/course_complaints.hpp"
#include "grader/exercise/course.hpp"
#include "grader/commands/find_submissions.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/commands/command_environment.hpp"
#include "grader/grading/grade.hpp"
#include "grader/report/file.hpp"
#include "grader/report/json.hpp"
#include "grader/report/text.hpp"
#include "runtime/aio.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace grader {

namespace {

aio::Coroutine<> open_and_grade(std::vector<Assignment> assignments, const CheckOptions& options,
                                std::vector<Graded>& all, int& exit_code) {
    std::vector<const Exercise*> exercises;
    for (const Assignment& one : assignments) exercises.push_back(one.exercise);
    const EnvironmentOrExit opened =
        co_await environment_for(std::move(exercises), options.allow_uncontained, options.language);
    if (opened.environment) {
        const auto cannot = std::erase_if(assignments, [&](const Assignment& one) {
            return !opened.environment->kit.has(one.exercise->name);
        });
        if (cannot > 0) exit_code = 2;  // complained about by now; the others are graded all the same
        all = co_await grade_all(std::move(assignments), *opened.environment);
    } else {
        exit_code = opened.exit_code;
    }
}

int exit_code(const std::vector<Verdict>& verdicts) {
    const auto is = [](Outcome outcome) {
        return [outcome](const Verdict& one) { return one.outcome == outcome; };
    };
    if (std::ranges::any_of(verdicts, is(Outcome::internal_error))) return 3;
    return std::ranges::all_of(verdicts, is(Outcome::passed)) ? 0 : 1;
}

}  // namespace

int check(const CheckOptions& options) {
    const Course course = open_course(options.exercises);
    if (!is_usable(course, options.language)) return 2;
    const FoundSubmissions found = find_submissions(options.paths, options.exercise, course.exercises);
    for (const Text& one : found.unreadable) complain(one, options.language);
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
    std::vector<Graded> all;
    int not_ready = 0;  // or the exit code for that
    auto work = open_and_grade(std::move(assignments), options, all, not_ready);
    if (const int interrupted = aio::run(until_interrupted(std::move(work))); interrupted != 0)
        return interrupted;
    if (all.empty() && not_ready != 0) return not_ready;
    std::vector<Verdict> verdicts;
    std::vector<std::string> sources;
    for (Graded& graded : all) {
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
    const int code = std::max(exit_code(course, exit_code(verdicts)), not_ready);
    return code == 0 && !found.unreadable.empty() ? 1 : code;
}

}  // namespace grader
