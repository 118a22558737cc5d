// Whatever a submission's process tells in one scenario, the timekeeper, the timeline, every measure that
// rests on that scenario alone and its report come to an end. The first byte chooses the exercise, the second
// one the scenario.

#include "grader/exercise/course.hpp"
#include "grader/judge/judge.hpp"
#include "grader/timeline/scenario_report.hpp"
#include "tests/fuzz/listening.hpp"
#include "tests/grader/french.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

namespace {

/// An exercise, made once: drawing scenarios takes longer than all the rest.
struct Prepared {
    std::vector<grader::Scenario> scenarios;
    const grader::Rubric* rubric;
};

const std::vector<Prepared>& prepared() {
    static const std::vector<Prepared> all = [] {
        std::vector<Prepared> made;
        for (const grader::Exercise& exercise : grader::exercises()) {
            made.push_back({exercise.scenarios(1), &exercise.rubric});
        }
        return made;
    }();
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const auto& [scenarios, rubric] = prepared()[data[0] % prepared().size()];
    const grader::Scenario& scenario = scenarios[data[1] % scenarios.size()];
    const auto records =
        protocol::read_records(std::string_view(reinterpret_cast<const char*>(data) + 2, size - 2));
    if (!records) return 0;
    std::vector<grader::Played> runs;
    runs.push_back({scenario, fuzz::listen(scenario, *records)});
    const grader::Run& run = runs.front().run;
    const grader::Judgement judgement =
        grader::judge({*rubric, runs, {}, {}, {}}, "x.cpp", grader::Language::english);
    if (run.ending != grader::Ending::finished && judgement.outcome == grader::Outcome::passed) std::abort();
    if (run.ending == grader::Ending::broke_protocol && judgement.points != 0) std::abort();
    if (grader::report(scenario, run, french()).timeline.size() > run.events.size()) std::abort();
    return 0;
}
