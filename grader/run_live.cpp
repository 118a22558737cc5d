#include "grader/commands.hpp"
#include "grader/compile_stage.hpp"
#include "grader/find_submissions.hpp"
#include "grader/intake/intake.hpp"
#include "grader/report/text.hpp"
#include "grader/workshop.hpp"
#include "runtime/aio.hpp"
#include "runtime/io/process.hpp"
#include "runtime/io/signal.hpp"

#include <csignal>
#include <cstdio>
#include <string>
#include <utility>
#include <variant>

namespace grader {

namespace {

void complain(const Text& text, Language language) { std::fprintf(stderr, "grade: %s\n", text.in(language).c_str()); }

/// Ctrl-C stops the student's program; the grader then ends as usual, and takes its temporary folder with it.
aio::Coroutine<> pass_on_interrupts(aio::Process& process) {
    aio::Signals signals({SIGINT, SIGTERM});
    for (;;) {
        co_await signals.next();
        process.kill(SIGKILL);
    }
}

/// Runs the program on this very terminal, in real time. Gives the exit code of the command.
aio::Coroutine<int> run_program(const Program& program, const Workshop& workshop) {
    Limits limits = run_limits();
    limits.wall = std::chrono::minutes(5);  // somebody is looking on, and can stop it
    Box box(limits);
    box.readable = program.needed_to_run();
    box.descriptors = {{1, 1}, {2, 2}};
    aio::Process process(boxed(box, workshop.containment, {program.path(), "--live"}));
    const aio::Task<> interrupts = aio::create_task(pass_on_interrupts(process));
    const aio::ExitStatus status = co_await process.wait();
    interrupts.cancel();
    co_return status.signal == 0 && status.code == 0 ? 0 : 1;
}

aio::Coroutine<int> compile_and_run(Submission submission, const Exercise& exercise, Language language) {
    OpenedWorkshop opened = co_await open_workshop();
    if (!opened.advice.empty()) complain(opened.advice, language);
    if (!opened.workshop) co_return 3;
    const CompileResult compiled = co_await compile_submission(submission, exercise.name, language, *opened.workshop);
    Verdict verdict;
    verdict.exercise = exercise.name;
    verdict.submission = submission.facts;
    verdict.grader.language = language;
    const Program* program = read_compile(compiled, verdict);
    if (program == nullptr) {
        std::fputs(verdict_text(verdict, submission.bytes).c_str(), stderr);
        co_return verdict.outcome == Outcome::internal_error ? 3 : 1;
    }
    const int code = co_await run_program(*program, *opened.workshop);
    co_return code;
}

}  // namespace

int run_live(const std::string& what, Language language) {
    const FoundSubmissions found = find_submissions({what}, "");
    if (!found.complaint.empty()) {
        complain(found.complaint, language);
        return 2;
    }
    if (found.files.size() != 1) {
        complain({"run takes one exercise or one file", "run prend un exercice ou un fichier"}, language);
        return 2;
    }
    auto taken = take_in(found.files.front().path);
    if (const auto* refused = std::get_if<NotASubmission>(&taken)) {
        complain(refused->reason, language);
        return 2;
    }
    return aio::run(compile_and_run(std::move(std::get<Submission>(taken)), *found.files.front().exercise, language));
}

}  // namespace grader
