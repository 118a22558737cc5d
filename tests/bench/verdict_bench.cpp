// verdict_bench [ROUNDS [GRADE]]: what a verdict costs. README.md tells what is measured, and how to read it.

#include "grader/box/detect.hpp"
#include "grader/compile/compile.hpp"
#include "grader/compile/diagnostics.hpp"
#include "grader/exercise/course.hpp"
#include "grader/grading/environment.hpp"
#include "grader/grading/explore.hpp"
#include "grader/grading/trials.hpp"
#include "grader/intake/intake.hpp"
#include "grader/judge/judge.hpp"
#include "grader/report/text.hpp"
#include "grader/run/session.hpp"
#include "grader/timeline/scenario_report.hpp"
#include "runtime/aio.hpp"
#include "tests/bench/series.hpp"
#include "tests/grader/test_environment.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

// Commands

/// Runs a command to its end, without what it prints. Throws when it fails.
double run_ms(const Words& command, const fs::path& folder) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const Stopwatch watch;
    const pid_t process = ::vfork();
    if (process == 0) {
        const int nowhere = ::open("/dev/null", O_RDWR);
        for (int descriptor = 0; descriptor < 3; ++descriptor) ::dup2(nowhere, descriptor);
        if (::chdir(folder.c_str()) == 0) ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(process, &status, 0);
    const double took = watch.ms();
    if (status != 0) throw std::runtime_error(command[0] + " failed");
    return took;
}

/// The commands of a kit's script: the lines that begin with "$@", every word of them in single quotes.
std::vector<Words> commands_of(const std::string& script) {
    std::vector<Words> commands;
    std::ifstream file(script);
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("\"$@\" ")) continue;
        Words& command = commands.emplace_back();
        for (std::size_t at = line.find('\''); at != std::string::npos; at = line.find('\'', at)) {
            const std::size_t end = line.find('\'', at + 1);
            command.push_back(line.substr(at + 1, end - at - 1));
            at = end + 1;
        }
    }
    return commands;
}

// What is measured

struct Case {
    explicit Case(const grader::Exercise& its_exercise)
        : exercise(&its_exercise), name(exercise->name), file(grader::reference_path(*exercise).string()) {}

    const grader::Exercise* exercise;
    std::string name;
    std::string file;
    Table whole;   ///< "grade", "bare", and their "ratio" in each round
    Table stages;  ///< ms of real time
    Table cpu;     ///< ms of processor time while the scenarios run
};

/// Compiles and links the file as the kit's script does: the same commands and nothing else.
double bare(const Case& one, const grader::Kit& kit) {
    const grader::WorkFolder folder;
    fs::copy_file(one.file, folder.file(grader::compiled_name));
    double took = 0;
    for (const Words& command : commands_of(kit.script(one.name))) took += run_ms(command, folder.path());
    return took;
}

/// One after the other, so that what else the machine is doing meets both.
void measure_whole(Case& one, const grader::Kit& kit, const std::string& grade, bool bare_first) {
    double bare_ms = bare_first ? bare(one, kit) : 0;
    const double grade_ms = run_ms({grade, "check", one.file}, "/");
    if (!bare_first) bare_ms = bare(one, kit);
    one.whole["grade"].values.push_back(grade_ms);
    one.whole["bare"].values.push_back(bare_ms);
    one.whole["ratio"].values.push_back(grade_ms / bare_ms);
}

aio::Coroutine<> measure_environment(Table& stages) {
    Stopwatch watch;
    const grader::Expected<grader::Toolchain> toolchain = co_await grader::find_toolchain();
    stages["find_toolchain"].values.push_back(watch.ms());
    watch = Stopwatch();
    const grader::Expected<grader::Kit> kit = co_await grader::prepare_kit(*toolchain);
    stages["prepare_kit"].values.push_back(watch.ms());
    watch = Stopwatch();
    [[maybe_unused]] const grader::Tried found = co_await grader::detect_containment();
    stages["detect_containment"].values.push_back(watch.ms());
    watch = Stopwatch();
    grader::Expected<grader::Environment> opened = co_await grader::find_environment();
    stages["find_environment"].values.push_back(watch.ms());
    std::vector<const grader::Exercise*> exercises;
    for (const grader::Exercise& exercise : grader::exercises()) exercises.push_back(&exercise);
    watch = Stopwatch();
    [[maybe_unused]] const std::vector<grader::Failure> not_ready =
        co_await grader::prepare_exercises(*opened, exercises);
    stages["prepare_exercises"].values.push_back(watch.ms());
}

/// All that grade() tries. The first scenario is played twice before: what it took longer the first time is
/// the start of the session.
aio::Coroutine<grader::Trials> measure_trials(Case& one, grader::Session& session) {
    const grader::Scenario first = one.exercise->scenarios(1).front();
    Stopwatch watch;
    [[maybe_unused]] const grader::Run started = co_await session.play(first);
    const double first_ms = watch.ms();
    watch = Stopwatch();
    [[maybe_unused]] const grader::Run again = co_await session.play(first);
    one.stages["session start"].values.push_back(first_ms - watch.ms());

    const double cpu_before = cpu_ms(RUSAGE_SELF);
    watch = Stopwatch();
    grader::Trials tried = co_await grader::try_submission(session, *one.exercise, 1);
    one.stages["scenarios"].values.push_back(watch.ms());
    const double child_ms = static_cast<double>(tried.cpu_us) / 1e3;
    const double grader_ms = cpu_ms(RUSAGE_SELF) - cpu_before;
    one.cpu["child"].values.push_back(child_ms);
    one.cpu["grader"].values.push_back(grader_ms);
    one.cpu["both"].values.push_back(child_ms + grader_ms);
    co_return tried;
}

aio::Coroutine<> measure_stages(Case& one, const grader::Environment& environment) {
    const grader::Exercise& exercise = *one.exercise;
    Stopwatch watch;
    const auto taken = grader::take_in(one.file);
    const auto& submission = std::get<grader::Submission>(taken);
    grader::code_digest(submission.bytes);
    one.stages["intake"].values.push_back(watch.ms());

    grader::CompileRequest request;
    request.source = submission.bytes;
    request.display_name = submission.facts.file;
    request.exercise = one.name;
    grader::Session session(environment.kit.needed_to_run(), environment.containment);
    watch = Stopwatch();
    const grader::CompileResult compiled =
        co_await grader::compile(request, environment.kit, environment.containment);
    one.stages["compile and link"].values.push_back(watch.ms());

    session.load(std::get<grader::Program>(compiled.outcome).path());
    const grader::Trials tried = co_await measure_trials(one, session);

    watch = Stopwatch();
    const double cpu_before = cpu_ms(RUSAGE_SELF);
    const grader::Exploration explored = co_await grader::explore(session, exercise, tried, 1);
    std::size_t orders = 0;  // besides first come, first served
    for (const auto& [scenario, its_orders] : explored.orders) orders += its_orders.count - 1;
    const double exploring_cpu_ms =
        static_cast<double>(explored.cpu_us) / 1000 + cpu_ms(RUSAGE_SELF) - cpu_before;
    one.stages["explore"].values.push_back(watch.ms());
    one.cpu["exploring"].values.push_back(exploring_cpu_ms);
    one.cpu["orders"].values.push_back(static_cast<double>(orders));
    one.cpu["an order"].values.push_back(exploring_cpu_ms /
                                         static_cast<double>(std::max<std::size_t>(orders, 1)));

    watch = Stopwatch();
    grader::Verdict verdict;
    verdict.exercise = one.name;
    grader::Judgement judgement =
        grader::judge({exercise.rubric, tried.runs, explored.counterexamples, tried.held, tried.missed},
                      submission.facts.file, grader::Language::english);
    verdict.outcome = judgement.outcome;
    verdict.points = judgement.points;
    verdict.max_points = exercise.rubric.max_points();
    verdict.checks = std::move(judgement.checks);
    for (const grader::Played& played : tried.runs) {
        verdict.scenarios.push_back(grader::report(played.scenario, played.run, grader::Language::english));
    }
    grader::report_text({verdict}, {submission.bytes});
    one.stages["judge and report"].values.push_back(watch.ms());
    if (verdict.outcome != grader::Outcome::passed) throw std::runtime_error(one.name + " did not pass");
}

// The tables

void print_whole(const std::vector<Case>& cases) {
    std::printf("%-10s %21s %21s %18s %21s\n", "wall, ms", "grade check", "bare", "ratio",
                "scenarios' CPU, ms");
    for (const Case& one : cases) {
        std::printf("%-10s", one.name.c_str());
        for (const char* what : {"grade", "bare"}) {
            const Series& series = one.whole.at(what);
            std::printf(" %5.0f (%5.0f … %5.0f)", series.median(), series.quantile(0.25),
                        series.quantile(0.75));
        }
        const Series& ratio = one.whole.at("ratio");
        std::printf(" %4.2f (%4.2f … %4.2f)", ratio.median(), ratio.quantile(0.25), ratio.quantile(0.75));
        std::printf(" %7.1f (%4.1f + %4.1f)\n", one.cpu.at("both").median(), one.cpu.at("child").median(),
                    one.cpu.at("grader").median());
    }
}

void print_stages(const std::vector<Case>& cases, const Table& environment) {
    std::printf("\n%-20s", "stage, ms");
    for (const Case& one : cases) std::printf(" %10s", one.name.c_str());
    std::printf("\n");
    for (const char* stage : {"start", "find_toolchain", "prepare_kit", "detect_containment",
                              "find_environment", "prepare_exercises"}) {
        std::printf("%-20s %10.2f\n", stage, environment.at(stage).median());
    }
    for (const char* stage :
         {"intake", "compile and link", "session start", "scenarios", "explore", "judge and report"}) {
        std::printf("%-20s", stage);
        for (const Case& one : cases) std::printf(" %10.2f", one.stages.at(stage).median());
        std::printf("\n");
    }
}

void print_exploring(const std::vector<Case>& cases) {
    std::printf("\n%-10s %21s %16s %22s\n", "exploring", "CPU, ms", "orders", "CPU an order, ms");
    for (const Case& one : cases) {
        const Series& cpu = one.cpu.at("exploring");
        std::printf("%-10s %5.1f (%5.1f … %5.1f) %16.0f %22.2f\n", one.name.c_str(), cpu.median(),
                    cpu.quantile(0.25), cpu.quantile(0.75), one.cpu.at("orders").median(),
                    one.cpu.at("an order").median());
    }
}

int measure(int rounds, const std::string& grade) {
    const grader::Expected<grader::Environment> opened = test_environment::open();
    if (!opened) throw std::runtime_error(opened.failure().what.in(grader::Language::english));
    const grader::Environment& environment = *opened;
    Table workshop_stages;
    std::vector<Case> cases;
    for (const grader::Exercise& exercise : grader::exercises()) cases.emplace_back(exercise);
    for (int round = 0; round < rounds; ++round) {
        workshop_stages["start"].values.push_back(run_ms({grade, "list"}, "/"));
        aio::run(measure_environment(workshop_stages));
        for (Case& one : cases) {
            measure_whole(one, environment.kit, grade, round % 2 == 0);
            aio::run(measure_stages(one, environment));
        }
    }
    std::printf("%d rounds; %s; medians (and quartiles)\n\n", rounds,
                environment.kit.toolchain().version.c_str());
    print_whole(cases);
    print_stages(cases, workshop_stages);
    print_exploring(cases);
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return measure(count > 1 ? std::atoi(arguments[1]) : 40,
                       count > 2 ? arguments[2] : AWAITLAB_BUILD_DIR "/grade");
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "verdict_bench: %s\n", problem.what());
        return 1;
    }
}
