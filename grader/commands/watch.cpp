#include "grader/watch/watch.hpp"
#include "grader/box/user_cache.hpp"
#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/commands/grade_found.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/commands/one_submission.hpp"
#include "grader/report/complain.hpp"
#include "grader/watch/guardian.hpp"
#include "runtime/aio.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

namespace grader {

namespace {

aio::Coroutine<Expected<int>> open_and_watch(WatchOptions options, bool allow_uncontained) {
    std::vector<const Exercise*> exercises;
    for (const Assignment& file : options.files) exercises.push_back(file.exercise);
    const Expected<Environment> environment =
        co_await environment_for(std::move(exercises), allow_uncontained, options.language);
    if (!environment) co_return environment.failure();
    Expected<int> code = co_await watch(std::move(options), *environment);
    co_return code;
}

/// The files of the whole course. The one that was asked for takes the place of the course's own file for its
/// exercise, and is the current one.
Expected<WatchOptions> what_to_watch(const std::string& what, const std::vector<Exercise>& course,
                                     Language language) {
    auto found = find_submissions({}, "", course);
    if (!found) return found.failure();
    WatchOptions options;
    options.language = language;
    if (!what.empty()) {
        const Expected<Found> asked = find_one(
            what, course, say("watch takes one exercise or one file, such as: grade watch parcel"), language);
        if (!asked) return asked.failure();
        const auto usual = std::ranges::find(found->files, asked->exercise, &Found::exercise);
        options.current = static_cast<std::size_t>(usual - found->files.begin());
        *usual = *asked;
    }
    options.files = assignments_for(found->files, language);
    return options;
}

int watch_files(const OneSubmission& asked, Language language) {
    if (::isatty(STDOUT_FILENO) != 1)
        return complain(
            Failure(Failure::Fault::caller, say("watch needs a terminal; grade check shows the same once")),
            language);
    const Expected<Course> course = course_for(asked.exercises, language);
    if (!course) return complain(course.failure(), language);
    Expected<WatchOptions> options = what_to_watch(asked.what, course->exercises, language);
    if (!options) return complain(options.failure(), language);
    options->command = {std::filesystem::read_symlink("/proc/self/exe").string(), "run", "--lang",
                        language.name()};
    if (!asked.exercises.empty())
        options->command.insert(options->command.end(), {"--exercises", asked.exercises});
    if (asked.allow_uncontained) options->command.emplace_back("--allow-uncontained");
    if (!user_cache().empty()) options->pages = (user_cache() / "pages").string();
    return with_guardian([&] {
        const Expected<int> code =
            aio::run(until_interrupted(open_and_watch(std::move(*options), asked.allow_uncontained)));
        return code ? *code : complain(code.failure(), language);
    });
}

}  // namespace

Action watch_command(Command& command) {
    const auto options = std::make_shared<OneSubmission>();
    command.describe(say("checks your work each time you save it"));
    one_submission_arguments(command, *options);
    command.end_page(say("  grade watch parcel"));
    return [options, language = command.language()] { return watch_files(*options, language); };
}

}  // namespace grader
