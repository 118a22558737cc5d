#include "grader/watch/watch.hpp"
#include "grader/box/user_cache.hpp"
#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/commands/find_submissions.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/report/complain.hpp"
#include "grader/watch/guardian.hpp"
#include "runtime/aio.hpp"

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

namespace grader {

namespace {

struct Options {
    std::string what;
    std::string exercises;
    bool allow_uncontained = false;
};

aio::Coroutine<Expected<int>> open_and_watch(WatchOptions options, bool allow_uncontained) {
    std::vector<const Exercise*> exercises;
    for (const Watched& file : options.files) exercises.push_back(file.exercise);
    const Expected<Environment> environment =
        co_await environment_for(std::move(exercises), allow_uncontained, options.language);
    if (!environment) co_return environment.failure();
    Expected<int> code = co_await watch(std::move(options), *environment);
    co_return code;
}

/// The files of the whole course, with the one that was asked for as the current one.
Expected<WatchOptions> what_to_watch(const std::string& what, const std::vector<Exercise>& course) {
    WatchOptions options;
    const auto add_all = [&](const std::vector<std::string>& paths) -> Expected<std::size_t> {
        const auto found = find_submissions(paths, "", course);
        if (!found) return found.failure();
        if (!found->unreadable.empty()) return found->unreadable.front();
        for (const Found& file : found->files) options.files.push_back({file.path, file.name, file.exercise});
        return found->files.size();
    };
    if (const auto all = add_all({}); !all) return all.failure();
    if (what.empty()) return options;
    const std::size_t usual = options.files.size();
    const auto asked = add_all({what});
    if (!asked) return asked.failure();
    if (*asked != 1)
        return Failure(Failure::Fault::caller,
                       say("watch takes one exercise or one file, such as: grade watch parcel"));
    // It takes the place of the course's own file for that exercise.
    Watched wanted = std::move(options.files.back());
    options.files.resize(usual);
    for (std::size_t i = 0; i < usual; ++i) {
        if (options.files[i].exercise != wanted.exercise) continue;
        options.files[i] = std::move(wanted);
        options.current = i;
        break;
    }
    return options;
}

int watch_files(const Options& asked, Language language) {
    if (::isatty(STDOUT_FILENO) != 1)
        return complain(
            Failure(Failure::Fault::caller, say("watch needs a terminal; grade check shows the same once")),
            language);
    const Expected<Course> course = course_for(asked.exercises, language);
    if (!course) return complain(course.failure(), language);
    Expected<WatchOptions> options = what_to_watch(asked.what, course->exercises);
    if (!options) return complain(options.failure(), language);
    options->language = language;
    options->command = {std::filesystem::read_symlink("/proc/self/exe").string(), "run", "--lang",
                        language.name()};
    if (!asked.exercises.empty())
        options->command.insert(options->command.end(), {"--exercises", asked.exercises});
    if (asked.allow_uncontained) options->command.emplace_back("--allow-uncontained");
    options->pages = (user_cache() / "pages").string();
    return with_guardian([&] {
        const Expected<int> code =
            aio::run(until_interrupted(open_and_watch(std::move(*options), asked.allow_uncontained)));
        return code ? *code : complain(code.failure(), language);
    });
}

}  // namespace

Action watch_command(Command& command) {
    const auto options = std::make_shared<Options>();
    command.describe(say("checks your work each time you save it"));
    command.argument(say("EXERCISE|FILE"), options->what, say("an exercise's name, or a file of yours"));
    command.exercises_option(options->exercises);
    command.uncontained_flag(options->allow_uncontained);
    command.end_page(say("  grade watch parcel"));
    return [options, language = command.language()] { return watch_files(*options, language); };
}

}  // namespace grader
