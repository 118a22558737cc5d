#include "grader/judge/evidence.hpp"

#include <algorithm>
#include <utility>

namespace grader {

bool is_judged(Ending ending) {
    return ending == Ending::finished || ending == Ending::raised || ending == Ending::deadlocked;
}

Evidence::Evidence(const std::vector<Played>& runs) : runs_(runs) {
    for (const Played& played : runs_)
        timelines_.emplace(played.scenario.id, Timeline(played.scenario, played.run));
}

const Played* Evidence::find(const std::string& scenario) const {
    const auto found =
        std::ranges::find_if(runs_, [&](const Played& played) { return played.scenario.id == scenario; });
    return found == runs_.end() ? nullptr : &*found;
}

std::optional<Finding> Evidence::finding(const Criterion& criterion, const std::string& scenario) const {
    const Played* played = find(scenario);
    if (played == nullptr || !is_judged(played->run.ending)) return std::nullopt;
    return criterion.measure(timelines_.at(scenario), timelines_);
}

std::vector<std::optional<Finding>> Evidence::findings(const std::vector<const Criterion*>& criteria,
                                                       const Played& other) {
    std::vector<std::optional<Finding>> all(criteria.size());
    if (!is_judged(other.run.ending)) return all;
    Timeline here(other.scenario, other.run);
    Timeline& place = timelines_.at(other.scenario.id);
    std::swap(place, here);
    for (std::size_t i = 0; i < criteria.size(); ++i) all[i] = criteria[i]->measure(place, timelines_);
    std::swap(place, here);
    return all;
}

bool Evidence::holds(const Criterion& criterion) const {
    return std::ranges::all_of(criterion.scenarios, [&](const std::string& scenario) {
        const std::optional<Finding> seen = finding(criterion, scenario);
        return seen && seen->holds;
    });
}

}  // namespace grader
