#include "grader/grading/shrink.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace grader {

namespace {

constexpr std::size_t most_runs = 60;  // of one submission

/// The first run in which a criterion fails, as judge() finds it.
const Played* where_it_fails(const Evidence& evidence, const Criterion& criterion) {
    for (const Played& played : evidence.runs()) {
        const std::optional<Finding> finding = evidence.finding(criterion, played);
        if (finding && !finding->holds) return &played;
    }
    return nullptr;
}

bool fails(Evidence& evidence, const Criterion& criterion, const Played& played) {
    if (played.run.ending != Ending::finished) return false;
    const std::optional<Finding> finding = evidence.findings({&criterion}, played).front();
    return finding && !finding->holds;
}

}  // namespace

aio::Coroutine<std::vector<Played>> shrink(Session& session, const Exercise& exercise,
                                           const std::vector<Played>& runs) {
    std::vector<Played> all;
    Evidence evidence(runs);
    std::size_t played = 0;
    for (const Criterion& criterion : exercise.rubric.criteria()) {
        const Played* whole = where_it_fails(evidence, criterion);
        if (whole == nullptr || whole->run.ending != Ending::finished) continue;
        const bool shown_already = std::ranges::any_of(all, [&](const Played& one) {
            return one.scenario.id == whole->scenario.id && fails(evidence, criterion, one);
        });
        if (shown_already) continue;
        std::optional<Played> smallest;
        for (bool found = true; found;) {
            found = false;
            const Scenario& now = smallest ? smallest->scenario : whole->scenario;
            for (Scenario& scenario : exercise.simpler(now)) {
                if (played++ >= most_runs) break;
                Played one{std::move(scenario), {}};
                one.run = co_await session.play(one.scenario);
                if (one.run.ending == Ending::over_budget) {
                    one.scenario.made_simpler = true;
                    one.scenario.name = say("{0}, made smaller", whole->scenario.name);
                    all.push_back(std::move(one));
                    co_return all;
                }
                if (!fails(evidence, criterion, one)) continue;
                smallest = std::move(one);
                found = true;
                break;
            }
        }
        if (!smallest) continue;
        const auto before = std::ranges::count_if(
            all, [&](const Played& one) { return one.scenario.id == whole->scenario.id; });
        smallest->scenario.made_simpler = true;
        smallest->scenario.name = before == 0
                                      ? say("{0}, made smaller", whole->scenario.name)
                                      : say("{0}, made smaller ({1})", whole->scenario.name, before + 1);
        all.push_back(*std::move(smallest));
    }
    co_return all;
}

}  // namespace grader
