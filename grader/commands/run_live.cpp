#include "grader/box/boxed_process.hpp"
#include "grader/box/boxes.hpp"
#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/commands/course_complaints.hpp"
#include "grader/commands/find_submissions.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/exercise/course.hpp"
#include "grader/grading/compile_submission.hpp"
#include "grader/intake/intake.hpp"
#include "grader/report/complain.hpp"
#include "grader/report/text.hpp"
#include "runtime/aio.hpp"

#include <csignal>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace grader {

namespace {

/// What a program that ended badly leaves to be said; its own error is on the screen already.
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

aio::Coroutine<int> compile_and_run(Submission submission, const Exercise& exercise, Language language,
                                    bool allow_uncontained) {
    const std::vector<const Exercise*> exercises{&exercise};
    const EnvironmentOrExit opened = co_await environment_for(exercises, allow_uncontained, language);
    if (!opened.environment) co_return opened.exit_code;
    const CompileResult compiled =
        co_await compile_submission(submission, exercise, language, *opened.environment);
    Verdict verdict;
    verdict.exercise = exercise.name;
    verdict.submission = submission.facts;
    verdict.grader.language = language;
    const Program* program = read_compile(compiled, verdict);
    if (program == nullptr) {
        std::fputs(verdict_text(verdict, submission.bytes).c_str(), stderr);
        co_return verdict.outcome == Outcome::internal_error ? 3 : 1;
    }
    const int code = co_await run_program(*program, *opened.environment, language);
    co_return code;
}

aio::Coroutine<> compile_and_run_into(int& code, Submission submission, const Exercise& exercise,
                                      Language language, bool allow_uncontained) {
    code = co_await compile_and_run(std::move(submission), exercise, language, allow_uncontained);
}

}  // namespace

int run_live(const std::string& what, const std::string& folder, Language language, bool allow_uncontained) {
    const Course course = open_course(folder);
    if (!is_usable(course, language)) return 2;
    const FoundSubmissions found = find_submissions({what}, "", course.exercises);
    for (const Text& one : found.unreadable) complain(one, language);
    if (!found.complaint.empty()) {
        complain(found.complaint, language);
        return 2;
    }
    if (found.files.size() != 1) {
        complain(say("run takes one exercise or one file, such as: grade run parcel"), language);
        return 2;
    }
    auto taken = take_in(found.files.front().path);
    if (const auto* refused = std::get_if<NotASubmission>(&taken)) {
        complain(refused->reason, language);
        return 2;
    }
    int code = 0;
    auto work = compile_and_run_into(code, std::move(std::get<Submission>(taken)),
                                     *found.files.front().exercise, language, allow_uncontained);
    const int interrupted = aio::run(until_interrupted(std::move(work)));
    return interrupted != 0 ? interrupted : code;
}

}  // namespace grader
