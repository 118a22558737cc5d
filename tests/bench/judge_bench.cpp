// judge_bench [EVENTS]: judges and shows the longest timelines there may be (200,000 events in one scenario), of
// every shape, by each exercise's rubric. Ends with 1 when one takes more processor time or memory than it may.

#include "grader/exercise/course.hpp"
#include "grader/judge/judge.hpp"
#include "grader/report/json.hpp"
#include "grader/report/text.hpp"
#include "grader/timeline/scenario_report.hpp"
#include "tests/bench/series.hpp"
#include "tests/grader/long_timelines.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace {

using grader::Exercise;
using grader::Played;
using long_timelines::Shape;

constexpr double most_cpu_ms = 500;
constexpr double most_mb = 64;

/// Runs as a session would have kept them. The shape is that of every scenario, so that what is kept of all of them
/// fills the room there is; the last is judged though it would have ended there.
std::vector<Played> kept(const Exercise& exercise, const Shape& shape, std::uint32_t events) {
    std::vector<Played> runs;
    std::size_t room = exercise.limits.kept_bytes;
    for (const grader::Scenario& scenario : exercise.scenarios(1)) {
        grader::KeptEvents kept(room);
        by_hand::Tale tale(scenario, kept);
        long_timelines::tell(tale, shape, events);
        room -= std::min(room, kept.bytes());
        Played& played = runs.emplace_back(Played{scenario, tale.run()});
        played.run.events = kept.take();
        if (room == 0) break;
    }
    return runs;
}

/// From the runs to what is written, and how long that took.
double judge_and_show(const Exercise& exercise, const std::vector<Played>& runs) {
    const double begin = cpu_ms(RUSAGE_SELF);
    grader::Judgement judgement =
        grader::judge({exercise.rubric, runs, {}, {}, {}}, exercise.name + ".cpp", grader::Language::english);
    grader::Verdict verdict;
    verdict.exercise = exercise.name;
    verdict.outcome = judgement.outcome;
    verdict.reason = judgement.reason;
    verdict.checks = std::move(judgement.checks);
    for (const Played& played : runs)
        verdict.scenarios.push_back(grader::report(played.scenario, played.run, grader::Language::english));
    grader::verdict_text(verdict);
    grader::verdict_json(verdict);
    return cpu_ms(RUSAGE_SELF) - begin;
}

struct Cost {
    double cpu_ms = 0;
    double mb = 0;  // peak of the resident set, the runs with it
    bool ok() const { return cpu_ms <= most_cpu_ms && mb <= most_mb; }
};

/// In a process of its own, so that the peak is its own, too.
Cost measured(const Exercise& exercise, const Shape& shape, std::uint32_t events) {
    int ends[2];
    if (::pipe(ends) != 0) std::exit(1);
    const pid_t child = ::fork();
    if (child == 0) {
        const std::vector<Played> runs = kept(exercise, shape, events);
        Cost cost{judge_and_show(exercise, runs), 0};
        rusage used{};
        ::getrusage(RUSAGE_SELF, &used);
        cost.mb = static_cast<double>(used.ru_maxrss) / 1024;
        ::_exit(::write(ends[1], &cost, sizeof cost) == sizeof cost ? 0 : 1);
    }
    Cost cost;
    const bool read_it = ::read(ends[0], &cost, sizeof cost) == sizeof cost;
    ::waitpid(child, nullptr, 0);
    ::close(ends[0]);
    ::close(ends[1]);
    if (!read_it) std::exit(1);
    return cost;
}

}  // namespace

int main(int count, char** arguments) {
    const auto events = static_cast<std::uint32_t>(count > 1 ? std::atoi(arguments[1]) : 200'000);
    bool ok = true;
    std::printf("%-8s  %-42s %10s %10s %8s %8s\n", "", "", "half, ms", "whole, ms", "growth", "MB");
    for (const Exercise& exercise : grader::exercises()) {
        for (const Shape& shape : long_timelines::shapes()) {
            const Cost half = measured(exercise, shape, events / 2);
            const Cost whole = measured(exercise, shape, events);
            std::printf("%-8s  %-42s %10.1f %10.1f %8.2f %8.1f%s\n", exercise.name.c_str(), shape.name, half.cpu_ms,
                        whole.cpu_ms, whole.cpu_ms / half.cpu_ms, whole.mb, whole.ok() ? "" : "  too much");
            std::fflush(stdout);
            ok = ok && whole.ok();
        }
    }
    return ok ? 0 : 1;
}
