// As timeline_fuzz, but a whole verdict: all scenarios of an exercise are told the same, and what breaks the
// protocol never has full marks. Slow, some hundreds a second; it looks for what shows only between
// scenarios.

#include "grader/exercise/course.hpp"
#include "grader/judge/judge.hpp"
#include "grader/report/json.hpp"
#include "grader/timeline/scenario_report.hpp"
#include "tests/fuzz/listening.hpp"
#include "tests/grader/french.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const grader::Exercise& exercise = grader::exercises()[data[0] % grader::exercises().size()];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto records = protocol::read_records(bytes);
    if (!records || records->size() > 500) return 0;
    std::vector<grader::Played> runs;
    bool broken = false;
    for (grader::Scenario& scenario : exercise.scenarios(1)) {
        grader::Run run = fuzz::listen(scenario, *records);
        broken = broken || run.ending != grader::Ending::finished;
        runs.push_back({std::move(scenario), std::move(run)});
    }
    const grader::Judgement judgement =
        grader::judge({exercise.rubric, runs, {}, {}, {}}, "x.cpp", grader::Language::english);
    if (broken && judgement.outcome == grader::Outcome::passed) std::abort();
    grader::Verdict verdict;
    verdict.checks = judgement.checks;
    verdict.reason = judgement.reason;
    verdict.scenarios.push_back(grader::report(runs.front().scenario, runs.front().run, french()));
    if (grader::verdict_json(verdict).empty()) std::abort();
    return 0;
}
