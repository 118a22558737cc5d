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
#include <charconv>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

namespace {

struct Options {
    std::vector<std::string> paths;  ///< exercises' names, files, folders; none: the whole course
    std::string exercises;           ///< a folder with exercises; empty: awaitlab's own
    std::string exercise;            ///< where a file does not say; empty: it must say
    std::string json_path;           ///< "-": standard output. Empty: no JSON
    std::string seed;                ///< empty: drawn from the submission's bytes
    bool allow_uncontained = false;
    Language language = Language::english;
};

std::optional<std::uint64_t> whole_number(const std::string& text) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const std::from_chars_result result = std::from_chars(text.data(), end, number);
    return result.ec == std::errc() && result.ptr == end ? std::optional(number) : std::nullopt;
}

/// Those whose exercise cannot be graded are left out.
aio::Coroutine<Expected<std::vector<Graded>>> open_and_grade(std::vector<Assignment> assignments,
                                                             const Options& options) {
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

int check(const Options& options) {
    const Expected<Course> course = course_for(options.exercises, options.language);
    if (!course) return complain(course.failure(), options.language);
    const auto found = find_submissions(options.paths, options.exercise, course->exercises);
    if (!found) return complain(found.failure(), options.language);
    const int unreadable = complain(found->unreadable, options.language);
    if (found->files.empty()) return unreadable;
    if (const auto problem = options.json_path.empty() ? std::nullopt : refuses_writing(options.json_path)) {
        return complain(Failure(Failure::Fault::caller, *problem), options.language);
    }
    std::vector<Assignment> assignments;
    for (const Found& one : found->files) {
        Assignment assignment;
        assignment.path = one.path;
        assignment.name = one.name;
        assignment.exercise = one.exercise;
        assignment.seed = whole_number(options.seed);
        assignment.language = options.language;
        assignments.push_back(std::move(assignment));
    }
    auto all = aio::run(until_interrupted(open_and_grade(std::move(assignments), options)));
    if (!all) return complain(all.failure(), options.language);
    const int left_out = all->size() < found->files.size() ? 2 : 0;  // the reason was printed before
    std::vector<Verdict> verdicts;
    std::vector<std::string> sources;
    for (Graded& graded : *all) {
        verdicts.push_back(std::move(graded.verdict));
        sources.push_back(std::move(graded.source));
    }
    std::FILE* screen = options.json_path == "-" ? stderr : stdout;
    std::fputs(report_text(verdicts, sources, options_for(screen)).c_str(), screen);
    if (!options.json_path.empty()) {
        if (const auto problem = write_file(options.json_path, report_json(verdicts)))
            return complain(Failure(Failure::Fault::ours, *problem), options.language);
    }
    return std::max({exit_code(verdicts), exit_code(course->broken), unreadable, left_out});
}

}  // namespace

Action check_command(Command& command) {
    const auto options = std::make_shared<Options>();
    options->language = command.language();
    command.describe(say("checks your work, and shows the next step"));
    command.argument(
        say("PATH"), options->paths,
        say("an exercise's name, a file or a folder; without one, all the exercises in exercises/"));
    command.option("--exercise", say("NAME"), options->exercise,
                   say("which exercise it is, when the file's name does not say; grade list shows them"));
    command.exercises_option(options->exercises);
    command.option("--json", say("FILE"), options->json_path,
                   say("also write the results as JSON to FILE. If FILE is -, the JSON goes to standard "
                       "output and the text to standard error"));
    command
        .option("--seed", say("NUMBER"), options->seed,
                say("try other orders and inputs; the same whole number gives the same result"))
        ->check([language = command.language()](const std::string& seed) {
            return whole_number(seed)
                       ? ""
                       : say("--seed is a whole number from 0 to 18446744073709551615, not {0}.", seed)
                             .in(language);
        });
    command.uncontained_flag(options->allow_uncontained);
    command.end_page(say("  grade check parcel\n  grade check my_parcel.cpp --exercise parcel"));
    return [options] { return check(*options); };
}

}  // namespace grader
