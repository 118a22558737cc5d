#include "grader/judge/evidence.hpp"

#include <algorithm>
#include <utility>

namespace grader {

bool is_judged(Ending ending) {
    return ending == Ending::finished || ending == Ending::raised || ending == Ending::deadlocked;
}

bool ended_in_a_call_of(const Criterion& criterion, const Played& played) {
    const auto begun = std::ranges::count_if(played.run.events, [](const Event& event) {
        return event.what.kind == protocol::Kind::call_began;
    });
    const auto last = static_cast<std::size_t>(std::max<std::ptrdiff_t>(begun - 1, 0));
    return last >= played.scenario.script.calls.size() || criterion.asks(played.scenario, last);
}

Evidence::Evidence(const std::vector<Played>& runs) : runs_(runs) { take_in_new(); }

void Evidence::take_in_new() {
    for (; taken_in_ < runs_.size(); ++taken_in_) {
        const Played& played = runs_[taken_in_];
        timelines_.emplace(played.scenario.id, Timeline(played.scenario, played.run));
    }
}

std::optional<Finding> Evidence::finding(const Criterion& criterion, const Played& played) const {
    if (!is_judged(played.run.ending) || !criterion.asks(played.scenario)) return std::nullopt;
    return criterion.look(timelines_.at(played.scenario.id), timelines_);
}

std::vector<std::optional<Finding>> Evidence::findings(const std::vector<const Criterion*>& criteria,
                                                       const Played& other, const Played* alone) {
    std::vector<std::optional<Finding>> all(criteria.size());
    if (!is_judged(other.run.ending)) return all;
    // It temporarily replaces the timeline of the same scenario.
    std::optional<Timeline> usual;
    const auto known = timelines_.find(other.scenario.id);
    if (known != timelines_.end()) {
        usual.emplace(std::move(known->second));
        timelines_.erase(known);
    }
    const auto place = timelines_.emplace(other.scenario.id, Timeline(other.scenario, other.run)).first;
    if (alone != nullptr) timelines_.emplace(alone->scenario.id, Timeline(alone->scenario, alone->run));
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        if (criteria[i]->asks(other.scenario)) all[i] = criteria[i]->look(place->second, timelines_);
    }
    if (alone != nullptr) timelines_.erase(alone->scenario.id);
    timelines_.erase(place);
    if (usual) timelines_.emplace(other.scenario.id, *std::move(usual));
    return all;
}

std::vector<const Criterion*> criteria_of(const Rubric& rubric) {
    std::vector<const Criterion*> all;
    for (const Criterion& criterion : rubric.criteria()) all.push_back(&criterion);
    return all;
}

}  // namespace grader
