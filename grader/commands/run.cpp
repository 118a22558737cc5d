#include "grader/box/boxed_process.hpp"
#include "grader/box/boxes.hpp"
#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/commands/one_submission.hpp"
#include "grader/grading/compile_submission.hpp"
#include "grader/intake/intake.hpp"
#include "grader/report/complain.hpp"
#include "grader/report/text.hpp"
#include "runtime/aio.hpp"

#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace grader {

namespace {

/// The last message after a program that ended badly. Its own error is already on the screen.
Text farewell(int signal) {
    if (signal == SIGSEGV || signal == SIGBUS) {
        return say("the program used memory that is not its own (segmentation fault)");
    }
    return signal == 0 ? Text() : say("signal {0} ended the program", signal);
}

/// Runs the program on this very terminal, in real time. Gives the exit code of the command.
aio::Coroutine<int> run_program(const Program& program, const Environment& environment, Language language) {
    Limits limits = run_limits();
    limits.wall = std::chrono::minutes(5);  // somebody is looking on, and can stop it
    const ProgramBox made(limits, environment.kit.needed_to_run(), {{1, 1}, {2, 2}});
    BoxedProcess process(made.box, environment.containment, {"program", "--live"});
    send_program(made.our_end, program.path());
    const std::optional<BoxReport> report = co_await process.command_ended();
    const int signal = report ? report->signal : SIGKILL;
    if (const Text last = farewell(signal); !last.empty()) complain(last, language);
    co_return report&& signal == 0 && report->code == 0 ? 0 : 1;
}

/// Gives the exit code of the command.
aio::Coroutine<Expected<int>> compile_and_run(Submission submission, const Exercise& exercise,
                                              Language language, bool allow_uncontained) {
    const std::vector<const Exercise*> exercises{&exercise};
    const Expected<Environment> environment =
        co_await environment_for(exercises, allow_uncontained, language);
    if (!environment) co_return environment.failure();
    const CompileResult compiled = co_await compile_submission(submission, exercise, language, *environment);
    Verdict verdict;
    verdict.exercise = exercise.name;
    verdict.submission = submission.facts;
    verdict.grader.language = language;
    const Program* program = read_compile(compiled, verdict);
    if (program == nullptr) {
        std::fputs(verdict_text(verdict, submission.bytes).c_str(), stderr);
        co_return verdict.outcome == Outcome::internal_error ? 3 : 1;
    }
    const int code = co_await run_program(*program, *environment, language);
    co_return code;
}

int run(const OneSubmission& options, Language language) {
    const Expected<Course> course = course_for(options.exercises, language);
    if (!course) return complain(course.failure(), language);
    const Expected<Found> found =
        find_one(options.what, course->exercises,
                 say("run takes one exercise or one file, such as: grade run parcel"), language);
    if (!found) return complain(found.failure(), language);
    auto taken = take_in(found->path);
    if (const auto* refused = std::get_if<NotASubmission>(&taken))
        return complain(Failure(Failure::Fault::caller, refused->reason), language);
    auto work = compile_and_run(std::get<Submission>(std::move(taken)), *found->exercise, language,
                                options.allow_uncontained);
    const Expected<int> code = aio::run(until_interrupted(std::move(work)));
    return code ? *code : complain(code.failure(), language);
}

}  // namespace

Action run_command(Command& command) {
    const auto options = std::make_shared<OneSubmission>();
    command.describe(say("runs your work in real time, and shows what it prints"));
    one_submission_arguments(command, *options)->required();
    command.end_page(say("  grade run parcel"));
    return [options, language = command.language()] { return run(*options, language); };
}

}  // namespace grader
