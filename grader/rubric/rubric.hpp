#pragma once

#include "grader/timeline/scenario.hpp"
#include "grader/timeline/timeline.hpp"
#include "grader/verdict/text.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// What a measure saw in one run.
struct Finding {
    bool holds = true;
    Text observed;           ///< what was seen instead; empty when it holds
    std::optional<Time> at;  ///< when
    std::uint32_t line = 0;  ///< at which line of the submission, where one can be told
};

Finding holds();
Finding fails(Text observed, std::optional<Time> at = std::nullopt, std::uint32_t line = 0);

/// The timelines of all scenarios, by the scenario's id.
using Timelines = std::map<std::string, Timeline>;

/// Looks at one scenario's timeline. It may look at the others', to compare.
using Measure = std::function<Finding(const Timeline& here, const Timelines& all)>;

/// One thing that is judged: data, except for the measure.
struct Criterion {
    std::string id;
    int points = 0;
    Text title;
    std::vector<std::string> scenarios;  ///< by id; it must hold in each
    Text expected;
    Measure measure;
    Text hint;
};

/// Writes a criterion down, one part a line.
class CriterionBuilder {
public:
    explicit CriterionBuilder(Criterion& criterion) : criterion_(criterion) {}
    CriterionBuilder& title(Text text) { return set(criterion_.title, std::move(text)); }
    CriterionBuilder& in(std::vector<std::string> scenarios) {
        return set(criterion_.scenarios, std::move(scenarios));
    }
    CriterionBuilder& expect(Text expected, Measure measure) {
        criterion_.measure = std::move(measure);
        return set(criterion_.expected, std::move(expected));
    }
    CriterionBuilder& hint(Text text) { return set(criterion_.hint, std::move(text)); }

private:
    template <class Value>
    CriterionBuilder& set(Value& place, Value value) {
        place = std::move(value);
        return *this;
    }
    Criterion& criterion_;
};

/// What is judged in one exercise, in the order in which a student reads it.
class Rubric {
public:
    CriterionBuilder criterion(std::string id, int points);
    void add(Criterion criterion) { criteria_.push_back(std::move(criterion)); }
    const std::vector<Criterion>& criteria() const& { return criteria_; }
    void criteria() && = delete;  // a loop over a temporary rubric would read freed memory
    int max_points() const;

private:
    std::vector<Criterion> criteria_;
};

}  // namespace grader
