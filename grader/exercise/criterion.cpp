#include "grader/exercise/criterion.hpp"

#include "grader/exercise/formula.hpp"

#include <algorithm>
#include <numeric>

namespace grader {

Finding holds() { return {}; }

Finding fails(Text observed, std::optional<Time> at, std::uint32_t line) {
    Finding finding;
    finding.holds = false;
    finding.observed = std::move(observed);
    finding.at = at;
    finding.line = line;
    return finding;
}

Finding says_nothing(Text why, std::optional<Time> at) {
    Finding finding;
    finding.says_nothing = true;
    finding.observed = std::move(why);
    finding.at = at;
    return finding;
}

bool Expectation::asks(const Scenario& scenario, std::size_t call) const {
    const std::string& function = scenario.script.calls.at(call).function;
    if (!functions.empty() && std::ranges::find(functions, function) == functions.end()) return false;
    return is_true(when, scenario.facts.at(call));
}

bool Criterion::asks(const Scenario& scenario, std::size_t call) const {
    if (std::ranges::find(functions, scenario.script.calls.at(call).function) == functions.end())
        return false;
    if (scenario.is_cancelled(call) && when.find("cancelled") == std::string::npos) return false;
    return is_true(when, scenario.facts.at(call));
}

bool Criterion::asks(const Scenario& scenario) const {
    for (std::size_t call = 0; call < scenario.script.calls.size(); ++call) {
        if (asks(scenario, call)) return true;
    }
    return false;
}

Finding Criterion::look(const Timeline& here, const Timelines& all) const {
    Finding whole = says_nothing(say("no call got far enough to judge this"), std::nullopt);
    bool any = false;
    std::uint64_t lost = 0;
    for (std::size_t call = 0; call < here.scenario->script.calls.size(); ++call) {
        if (!asks(*here.scenario, call)) continue;
        // Work that an earlier call left running is the mistake of that call, not of this one.
        if (call < here.calls.size() && here.calls[call].disturbed) break;
        if (call >= here.calls.size()) {
            if (call > 0) break;
            return fails(say("{0} was never called", here.scenario->script.calls[call].function));
        }
        for (std::size_t i = 0; i < expectations.size(); ++i) {
            if (!expectations[i].asks(*here.scenario, call)) continue;
            Finding finding = expectations[i].measure(here, call, all);
            any = any || (finding.holds && !finding.says_nothing);
            if (!finding.holds) lost |= std::uint64_t{1} << std::min<std::size_t>(i, 63);
            const bool is_first = !finding.holds && whole.holds;
            if (is_first || (finding.says_nothing && whole.holds)) whole = std::move(finding);
        }
        if (!whole.holds) break;
    }
    whole.expectations = lost;
    if (!whole.holds) return whole;
    return any ? holds() : whole;
}

int Rubric::max_points() const {
    return std::accumulate(criteria_.begin(), criteria_.end(), 0,
                           [](int sum, const Criterion& one) { return sum + one.points; });
}

}  // namespace grader
