// Whatever a submission's process tells, the timekeeper, the timeline, every measure and every report come to an end,
// and what breaks the protocol never has full marks.

#include "grader/judge/judge.hpp"
#include "grader/protocol/protocol.hpp"
#include "grader/report/json.hpp"
#include "grader/rubric/exercise.hpp"
#include "grader/timekeeper/timekeeper.hpp"
#include "grader/timeline/scenario_report.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

/// What Session does, without a process.
grader::Run listen(const grader::Scenario& scenario, const std::vector<protocol::Record>& records) {
    grader::Timekeeper timekeeper(scenario);
    for (const protocol::Record& record : records) {
        timekeeper.take(record);
        if (timekeeper.finished() || !timekeeper.broken().empty()) break;
    }
    grader::Run run;
    run.duration = timekeeper.now();
    run.error = timekeeper.broken();
    run.events = timekeeper.take_events();
    for (grader::Event& event : run.events) {
        if (event.what.kind == protocol::Kind::printed) event.text = event.what.detail;
    }
    if (!run.error.empty()) {
        run.ending = grader::Ending::broke_protocol;
    } else if (!timekeeper.finished()) {
        run.ending = grader::Ending::exited_early;
    } else if (timekeeper.deadlocked()) {
        run.ending = grader::Ending::deadlocked;
    }
    return run;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const grader::Exercise& exercise = grader::exercises()[data[0] % grader::exercises().size()];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto records = protocol::read_records(bytes);
    if (!records || records->size() > 500) return 0;
    std::vector<grader::Played> runs;
    bool broken = false;
    for (grader::Scenario& scenario : exercise.scenarios(1)) {
        grader::Run run = listen(scenario, *records);
        broken = broken || run.ending != grader::Ending::finished;
        runs.push_back({std::move(scenario), std::move(run)});
    }
    const grader::Judgement judgement = grader::judge(exercise.rubric(), runs, "x.cpp", grader::Language::english);
    if (broken && judgement.outcome == grader::Outcome::passed) std::abort();
    grader::Verdict verdict;
    verdict.checks = judgement.checks;
    verdict.reason = judgement.reason;
    verdict.scenarios.push_back(grader::report(runs.front().scenario, runs.front().run, grader::Language::french));
    if (grader::verdict_json(verdict).empty()) std::abort();
    return 0;
}
