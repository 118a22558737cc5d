#include "grader/authoring/exercise_check.hpp"
#include "grader/authoring/skeleton.hpp"
#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/report/complain.hpp"
#include "runtime/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace grader {

namespace {

struct Options {
    std::string name;
    std::string folder;
    bool allow_uncontained = false;
};

int make(const std::string& name, Language language) {
    const Expected<std::string> folder = write_skeleton(name);
    if (!folder) return complain(folder.failure(), language);
    fmt::print("{}", say("{0} was made. Change its four files, then check it with\n  grade "
                         "exercise check {0}\n"
                         "  grade check --exercises {0}\n",
                         visible(*folder))
                         .in(language));
    return 0;
}

aio::Coroutine<Expected<int>> open_and_check(const Course& course, bool allow_uncontained,
                                             Language language) {
    const std::vector<const Exercise*> none;  // an exercise that cannot be prepared is reported as a finding
    Expected<Environment> environment = co_await environment_for(none, allow_uncontained, language);
    if (!environment) co_return environment.failure();
    const int code = co_await check_exercises(course.exercises, *environment, language);
    co_return std::max(code, exit_code(course.broken));
}

int check(const Options& options, Language language) {
    const Expected<Course> course = course_for(options.folder, language);
    if (!course) return complain(course.failure(), language);
    auto work = open_and_check(*course, options.allow_uncontained, language);
    const Expected<int> code = aio::run(until_interrupted(std::move(work)));
    return code ? *code : complain(code.failure(), language);
}

}  // namespace

Action exercise_command(Command& command) {
    const auto options = std::make_shared<Options>();
    const Language language = command.language();
    command.describe(say("helps you to write an exercise of your own"));
    command.end_page(
        say("  grade exercise new parcel\n  grade exercise check parcel\n"
            "  grade check --exercises parcel submissions/"));

    Command making = command.subcommand("new");
    making.describe(say("writes the skeleton of an exercise of your own"));
    making
        .argument(
            say("NAME"), options->name,
            say("a folder of that name is made, with four files to change; nothing is ever overwritten"))
        ->required();

    Command checking = command.subcommand("check");
    checking.describe(say("checks that an exercise is complete and correct"));
    CLI::Option* folder =
        checking.argument(say("FOLDER"), options->folder,
                          say("an exercise's folder, or one with several in it; without one, awaitlab's own "
                              "exercises. The stub must be "
                              "unsolved, the reference must have full marks, every text must be there in "
                              "every language, and every criterion must be able to fail: the grader makes "
                              "mistakes in the reference until each criterion has failed"));
    checking.exercises_option(options->folder)->excludes(folder);
    checking.uncontained_flag(options->allow_uncontained);

    return [options, making, language] {
        return making.is_given() ? make(options->name, language) : check(*options, language);
    };
}

}  // namespace grader
