#include "grader/report/shown_scenario.hpp"

#include <algorithm>
#include <map>

namespace grader {

const Check* first_failed(const Verdict& verdict) {
    const auto found = std::ranges::find(verdict.checks, CheckStatus::failed, &Check::status);
    return found == verdict.checks.end() ? nullptr : &*found;
}

ShownScenario shown_scenario(const Verdict& verdict) {
    if (const Check* check = first_failed(verdict)) {
        const auto found = std::ranges::find(verdict.scenarios, check->scenario, &ScenarioReport::name);
        return found == verdict.scenarios.end() ? ShownScenario() : ShownScenario{&*found, check->at};
    }
    for (const ScenarioReport& scenario : verdict.scenarios) {
        if (std::ranges::count(scenario.spans, SpanEntry::Kind::sleep, &SpanEntry::kind) > 1)
            return {&scenario, std::nullopt};
    }
    return {};
}

std::vector<Row> rows_of(const ScenarioReport& scenario) {
    std::vector<Row> rows;
    std::map<std::uint32_t, std::size_t> known;
    for (const SpanEntry& span : scenario.spans) {
        const auto [row, is_new] = known.try_emplace(span.coroutine_id, rows.size());
        if (is_new) rows.push_back({span.coroutine, span.coroutine_id, {}, {}});
        rows[row->second].spans.push_back(span);
        rows[row->second].end = std::max(rows[row->second].end, span.end);
    }
    return rows;
}

Microseconds end_of(const ScenarioReport& scenario, const std::vector<Row>& rows,
                    std::optional<Microseconds> moment) {
    Microseconds end = std::max(scenario.duration, moment.value_or(Microseconds{}));
    for (const Row& row : rows) end = std::max(end, row.end);
    return end;
}

}  // namespace grader
