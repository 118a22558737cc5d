#include "grader/rubric/rubric.hpp"

#include <numeric>

namespace grader {

Finding holds() { return {}; }

Finding fails(Text observed, std::optional<Time> at, std::uint32_t line) {
    return Finding{false, std::move(observed), at, line};
}

CriterionBuilder Rubric::criterion(std::string id, int points) {
    Criterion& added = criteria_.emplace_back();
    added.id = std::move(id);
    added.points = points;
    return CriterionBuilder(added);
}

int Rubric::max_points() const {
    return std::accumulate(criteria_.begin(), criteria_.end(), 0,
                           [](int sum, const Criterion& one) { return sum + one.points; });
}

}  // namespace grader
