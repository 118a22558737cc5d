#include "grader/grading/replay.hpp"

#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/intake/intake.hpp"
#include "grader/intake/regular_file.hpp"
#include "grader/report/complain.hpp"
#include "grader/report/json.hpp"
#include "grader/report/read_verdict.hpp"
#include "grader/report/text.hpp"
#include "grader/report/utf8.hpp"
#include "runtime/aio.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace grader {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string verdict;     ///< the file
    std::string submission;  ///< the file; empty: where it usually is
    std::string check;       ///< by its id; empty: the first that is not passed
    std::string exercises;   ///< a folder with exercises; empty: awaitlab's own
    bool live = false;       ///< what was printed comes in real time
    bool allow_uncontained = false;
    Language language = Language::english;  ///< of complaints; the rest is in the verdict's own
};

/// What is to be played again, and what the verdict says of it.
struct FoundRun {
    ReplayRequest request;
    std::string check_json;
    std::string run_json;
};

Failure wrong(const Text& what) { return Failure(Failure::Fault::caller, what); }

constexpr std::size_t longest_verdict = 64 << 20;  // bytes; that of a class of a hundred is as long

/// A text from a verdict, short enough for a sentence.
std::string quoted(const std::string& text) { return cut(visible(text), 60); }

/// Whether `grade check` can have written this path: relative, and without "..".
bool is_below(const fs::path& file) {
    return !file.empty() && file.is_relative() && std::ranges::find(file, "..") == file.end();
}

/// The bytes of a verdict.
Expected<std::string> read_verdict(const std::string& path) {
    auto read = read_regular_file(path, longest_verdict);
    const auto* problem = std::get_if<NotRead>(&read);
    if (problem == nullptr) return std::get<std::string>(std::move(read));
    const Text why = problem->why == NotRead::Why::too_large ? say("{0} is larger than 64 MB", path)
                                                             : sentence_on(*problem, path);
    return wrong(say("{0}: name a file that grade check --json wrote.", why));
}

/// The file that a verdict is about: the one that is named, or one of its name beside the verdict, here, or
/// in the course. It must be the same bytes.
std::optional<fs::path> find_submission(const RecordedVerdict& verdict, const Options& options,
                                        const Exercise& exercise) {
    std::vector<fs::path> places = {options.submission};
    if (options.submission.empty()) {
        places = {stub_path(exercise)};
        if (is_below(verdict.file))
            places = {fs::path(options.verdict).parent_path() / verdict.file, verdict.file, places.front()};
    }
    for (const fs::path& place : places) {
        const auto taken = take_in(place.string());
        const auto* submission = std::get_if<Submission>(&taken);
        if (submission != nullptr && submission->facts.sha256 == verdict.sha256) return place;
    }
    return std::nullopt;
}

Text no_submission(const RecordedVerdict& verdict, const Options& options) {
    if (!options.submission.empty()) {
        const auto taken = take_in(options.submission);
        if (const auto* refused = std::get_if<NotASubmission>(&taken)) return refused->reason;
        return say("{0} is not the file that this verdict is about: its contents are different.",
                   visible(options.submission));
    }
    return say(
        "The file that this verdict is about was not found, or has changed since: name it, as in grade "
        "replay {0} "
        "{1}.",
        visible(options.verdict), quoted(verdict.file));
}

/// The checks that have a run, for a message to a user who named none.
std::string ids_of(const RecordedVerdict& verdict) {
    std::string ids;
    for (const RecordedCheck& check : verdict.checks) {
        if (!check.scenario.empty()) ids += (ids.empty() ? "" : ", ") + quoted(check.id);
        if (ids.size() > 500) break;  // more than any exercise has
    }
    return ids;
}

const RecordedCheck* choose_check(const RecordedVerdict& verdict, const std::string& id) {
    const auto found = std::ranges::find_if(verdict.checks, [&](const RecordedCheck& check) {
        return id.empty() ? !check.scenario.empty() : check.id == id;
    });
    return found == verdict.checks.end() ? nullptr : &*found;
}

Expected<FoundRun> find_run(const RecordedVerdict& verdict, const Course& course, const Options& options) {
    const auto exercise = std::ranges::find(course.exercises, verdict.exercise, &Exercise::name);
    if (exercise == course.exercises.end())
        return wrong(say("There is no exercise {0} here: grade list shows them.", quoted(verdict.exercise)));
    const RecordedCheck* check = choose_check(verdict, options.check);
    if (check == nullptr && !options.check.empty())
        return wrong(say("The verdict has no check {0}.", visible(options.check)));
    const auto run = check == nullptr
                         ? verdict.scenarios.end()
                         : std::ranges::find(verdict.scenarios, check->scenario, &RecordedScenario::name);
    if (run == verdict.scenarios.end()) {
        const std::string ids = ids_of(verdict);
        return wrong(
            ids.empty()
                ? say("There is nothing to play again: no check of this verdict failed in a run.")
                : say("There is no run to play again for this check. Choose one of these checks: {0}.", ids));
    }
    const std::optional<fs::path> path = find_submission(verdict, options, *exercise);
    if (!path) return wrong(no_submission(verdict, options));
    FoundRun found;
    ReplayRequest& request = found.request;
    request.assignment.path = path->string();
    request.assignment.name = verdict.file;
    request.assignment.exercise = &*exercise;
    request.assignment.seed = verdict.seed;
    request.assignment.language = verdict.language;
    request.check = check->id;
    request.scenario = run->id;
    request.name = run->name;
    for (const auto& [choice, index] : run->order) request.order.push_back({choice, index});
    for (const auto& [function, arguments] : run->calls) request.calls.push_back({function, arguments});
    request.inputs_json = run->inputs_json;
    request.inputs = check->inputs;
    found.check_json = check->json;
    found.run_json = run->run_json;
    return found;
}

/// What the run printed, at the moments at which it did.
aio::Coroutine<> show_output(ScenarioReport scenario) {
    const auto begin_of_run = std::chrono::duration_cast<Microseconds>(aio::now());
    for (const OutputEntry& entry : scenario.output) {
        co_await aio::sleep(begin_of_run + entry.at - std::chrono::duration_cast<Microseconds>(aio::now()));
        for (std::size_t begin = 0; begin < entry.text.size();) {
            const std::size_t end = std::min(entry.text.find('\n', begin), entry.text.size());
            std::printf("%s%s", visible(entry.text.substr(begin, end - begin)).c_str(),
                        end < entry.text.size() ? "\n" : "");
            begin = end + 1;
        }
        std::fflush(stdout);
    }
}

aio::Coroutine<Expected<Graded>> play_again(ReplayRequest request, const Options& options) {
    const std::vector<const Exercise*> exercises{request.assignment.exercise};
    const Expected<Environment> environment =
        co_await environment_for(exercises, options.allow_uncontained, options.language);
    if (!environment) co_return environment.failure();
    Expected<Graded> again = co_await replay(std::move(request), *environment);
    if (again && options.live && !again->verdict.scenarios.empty())
        co_await show_output(again->verdict.scenarios.front());
    co_return again;
}

int replay(const Options& options) {
    const auto refuse = [&](const Failure& why) { return complain(why, options.language); };
    const Expected<Course> course = course_for(options.exercises, options.language);
    if (!course) return refuse(course.failure());
    const Expected<std::string> bytes = read_verdict(options.verdict);
    if (!bytes) return refuse(bytes.failure());
    const auto verdicts = read_verdicts(*bytes, options.verdict);
    if (!verdicts) return refuse(verdicts.failure());
    // Of several verdicts in one report, the first that has something to show.
    const auto failing = std::ranges::find_if(*verdicts, [&](const RecordedVerdict& one) {
        const RecordedCheck* check = choose_check(one, options.check);
        return check != nullptr && !check->scenario.empty();
    });
    const Expected<FoundRun> found =
        find_run(failing == verdicts->end() ? verdicts->front() : *failing, *course, options);
    if (!found) return refuse(found.failure());
    const Expected<Graded> again = aio::run(until_interrupted(play_again(found->request, options)));
    if (!again) return refuse(again.failure());
    const Verdict& verdict = again->verdict;
    std::fputs(verdict_text(verdict, again->source, options_for(stdout)).c_str(), stdout);
    if (verdict.checks.empty() || verdict.scenarios.empty()) return 3;
    const Language language = verdict.grader.language;
    const bool same = check_json(verdict.checks.front(), language) == found->check_json &&
                      run_json(verdict.scenarios.front()) == found->run_json;
    const Text last = same ? say("This run is the same as in {0}, byte for byte.", visible(options.verdict))
                           : say("This run differs from the one in {0}: was {0} written by another version "
                                 "of the grader, or with another compiler?",
                                 visible(options.verdict));
    std::printf("\n%s\n", last.in(language).c_str());
    return same ? 0 : 1;
}

}  // namespace

Action replay_command(Command& command) {
    const auto options = std::make_shared<Options>();
    options->language = command.language();
    command.describe(say("plays the run behind a failed check again"));
    command.argument(say("VERDICT"), options->verdict, say("a file that grade check --json wrote"))
        ->required();
    command.argument(say("SUBMISSION"), options->submission,
                     say("the submission, if it is not in the verdict's folder and not in the exercises"));
    command.option("--check", say("ID"), options->check,
                   say("which check, by its id in the verdict; without it, the first that did not pass"));
    command.flag("--live", options->live, say("also show what was printed, at the moment it was"));
    command.exercises_option(options->exercises);
    command.uncontained_flag(options->allow_uncontained);
    command.end_page(
        say("  grade check parcel --json verdict.json\n  grade replay verdict.json\n\n"
            "The verdict is shown in its own language; --lang is that of error messages.\n"
            "Ends with 0 if it is the same run again, byte for byte, and with 1 if not."));
    return [options] { return replay(*options); };
}

}  // namespace grader
