#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/commands/find_submissions.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/grading/grade.hpp"
#include "grader/report/complain.hpp"
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

/// Those whose exercise cannot be graded are left out.
aio::Coroutine<Expected<std::vector<Graded>>> open_and_grade(std::vector<Assignment> assignments,
                                                             const CheckOptions& options) {
    std::vector<const Exercise*> exercises;
    for (const Assignment& one : assignments) exercises.push_back(one.exercise);
    const Expected<Environment> environment =
        co_await environment_for(std::move(exercises), options.allow_uncontained, options.language);
    if (!environment) co_return environment.failure();
    std::erase_if(assignments,
                  [&](const Assignment& one) { return !environment->kit.has(one.exercise->name); });
    std::vector<Graded> all = co_await grade_all(std::move(assignments), *environment);
    co_return all;
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
    const Expected<Course> course = course_for(options.exercises, options.language);
    if (!course) return complain(course.failure(), options.language);
    const auto found = find_submissions(options.paths, options.exercise, course->exercises);
    if (!found) return complain(found.failure(), options.language);
    const int unreadable = complain(found->unreadable, options.language);
    if (found->files.empty()) return unreadable;
    if (const auto problem = options.json_path.empty() ? std::nullopt : refuses_writing(options.json_path)) {
        complain(*problem, options.language);
        return 2;
    }
    std::vector<Assignment> assignments;
    for (const Found& one : found->files) {
        Assignment assignment;
        assignment.path = one.path;
        assignment.name = one.name;
        assignment.exercise = one.exercise;
        assignment.seed = options.seed;
        assignment.language = options.language;
        assignments.push_back(std::move(assignment));
    }
    auto all = aio::run(until_interrupted(open_and_grade(std::move(assignments), options)));
    if (!all) return complain(all.failure(), options.language);
    const int left_out = all->size() < found->files.size() ? 2 : 0;  // it was said why
    std::vector<Verdict> verdicts;
    std::vector<std::string> sources;
    for (Graded& graded : *all) {
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
    return std::max({exit_code(verdicts), exit_code(course->broken), unreadable, left_out});
}

}  // namespace grader
