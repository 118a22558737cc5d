#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/commands/grade_found.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/report/complain.hpp"
#include "grader/report/file.hpp"
#include "grader/report/formats.hpp"
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
    std::vector<std::string> paths;    ///< exercises' names, files, folders; none: the whole course
    std::string exercises;             ///< a folder with exercises; empty: awaitlab's own
    std::string exercise;              ///< where a file does not say; empty: it must say
    std::string json_path;             ///< "-": standard output. Empty: no JSON
    std::vector<std::string> formats;  ///< NAME=FILE
    std::string seed;                  ///< empty: drawn from the submission's bytes
    bool allow_uncontained = false;
    Language language = Language::english;
};

std::optional<std::uint64_t> whole_number(const std::string& text) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const std::from_chars_result result = std::from_chars(text.data(), end, number);
    return result.ec == std::errc() && result.ptr == end ? std::optional(number) : std::nullopt;
}

/// A file to write when everything is graded; "-" is standard output.
struct ToWrite {
    const Format* format = nullptr;
    std::string path;
};

std::vector<std::string> names_of_formats() {
    std::vector<std::string> names;
    for (const Format& one : formats) names.emplace_back(one.name);
    return names;
}

/// What --json and --format ask for, if all of it can be written.
Expected<std::vector<ToWrite>> files_to_write(const Options& options) {
    std::vector<std::string> asked = options.formats;
    if (!options.json_path.empty()) asked.push_back("json=" + options.json_path);
    std::vector<ToWrite> files;
    for (const std::string& one : asked) {
        const std::size_t equals = std::min(one.find('='), one.size());
        const std::string name = one.substr(0, equals);
        const auto format =
            std::ranges::find_if(formats, [&](const Format& each) { return each.name == name; });
        if (format == std::end(formats))
            return Failure(Failure::Fault::caller,
                           say("there is no format {0}: it is {1}", name, one_of(names_of_formats())));
        if (equals + 1 >= one.size())
            return Failure(Failure::Fault::caller, say("--format {0} needs a file: --format {0}=FILE", name));
        files.push_back({&*format, one.substr(equals + 1)});
        if (const auto problem = refuses_writing(files.back().path))
            return Failure(Failure::Fault::caller, *problem);
        if (std::ranges::count(files, files.back().path, &ToWrite::path) > 1)
            return Failure(Failure::Fault::caller, say("{0} is to hold two formats", files.back().path));
    }
    return files;
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
    for (const Text& note : found->notes) complain(note, options.language);
    if (found->files.empty()) return unreadable;
    const auto files = files_to_write(options);
    if (!files) return complain(files.failure(), options.language);
    auto all = aio::run(until_interrupted(
        grade_found(found->files, options.allow_uncontained, options.language, whole_number(options.seed))));
    if (!all) return complain(all.failure(), options.language);
    const int left_out = all->size() < found->files.size() ? 2 : 0;  // the reason was printed before
    std::vector<Verdict> verdicts;
    std::vector<std::string> sources;
    for (Graded& graded : *all) {
        verdicts.push_back(std::move(graded.verdict));
        sources.push_back(std::move(graded.source));
    }
    const bool is_output_taken = std::ranges::find(*files, "-", &ToWrite::path) != files->end();
    std::FILE* screen = is_output_taken ? stderr : stdout;
    std::fputs(report_text(verdicts, sources, options_for(screen)).c_str(), screen);
    for (const ToWrite& file : *files) {
        if (const auto problem = write_file(file.path, file.format->written(verdicts, sources)))
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
    command.options(
        "--format", say("NAME=FILE"), options->formats,
        say("also write the result to FILE as {0}; may be given several times", one_of(names_of_formats())));
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
