#include "grader/commands/commands.hpp"
#include "grader/commands/complain.hpp"
#include "grader/commands/find_submissions.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/commands/opened.hpp"
#include "grader/grade.hpp"
#include "grader/report/file.hpp"
#include "grader/report/json.hpp"
#include "grader/report/text.hpp"
#include "runtime/aio.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

namespace {

aio::Coroutine<> open_and_grade(std::vector<Assignment> assignments, const CheckOptions& options,
                                std::optional<std::vector<Graded>>& all) {
    const std::optional<Workshop> workshop =
        co_await open_workshop_for(options.allow_uncontained, options.language);
    if (!workshop) co_return;
    all = co_await grade_all(std::move(assignments), *workshop);
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
    const FoundSubmissions found = find_submissions(options.paths, options.exercise);
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
    std::optional<std::vector<Graded>> all;
    if (!aio::run(until_interrupted(open_and_grade(std::move(assignments), options, all))))
        return interrupted;
    if (!all) return 3;
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
    return exit_code(verdicts);
}

}  // namespace grader
