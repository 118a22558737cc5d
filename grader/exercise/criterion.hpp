#pragma once

#include "grader/texts/text.hpp"
#include "grader/timeline/scenario.hpp"
#include "grader/timeline/timeline.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// What a measure saw in one call.
struct Finding {
    bool holds = true;
    bool says_nothing = false;  ///< counts as held, because the run does not show what the measure looks for;
                                ///< if every run says nothing, the criterion fails
    Text observed;              ///< what was seen instead; empty when it holds
    std::optional<Time> at;     ///< when
    std::uint32_t line = 0;     ///< the line of the submission, if it is known
    std::uint64_t expectations = 0;  ///< one bit for each expectation of the criterion that does not hold
};

Finding holds();
Finding fails(Text observed, std::optional<Time> at = std::nullopt, std::uint32_t line = 0);
Finding says_nothing(Text why, std::optional<Time> at);

/// The timelines of other scenarios, by their id, to compare with.
using Timelines = std::map<std::string, Timeline>;

/// Looks at one call of a timeline. Requires: the call has begun.
using Measure = std::function<Finding(const Timeline& here, std::size_t call, const Timelines& all)>;

/// One expectation of a criterion.
struct Expectation {
    Text words;
    Measure measure;
    std::vector<std::string> functions{};  ///< only for calls of these; empty: for all calls of the criterion
    std::string when{};                    ///< and only if this is true

    bool asks(const Scenario& scenario, std::size_t call) const;
};

/// One thing that is judged: it applies to each call of some functions whose inputs meet a condition.
struct Criterion {
    std::string id;
    int points = 0;
    Text title;
    std::vector<std::string> functions;
    std::string when;  ///< a formula over the call's facts; empty: always
    Text expected;
    std::vector<Expectation> expectations;  ///< all of them must hold
    Text hint;
    std::vector<Text> further_hints{};  ///< for who asks for more: each says more than the one before

    /// Whether it applies to the call. It applies to a call that is cancelled from outside only if the
    /// condition names `cancelled`.
    bool asks(const Scenario& scenario, std::size_t call) const;
    /// Whether it applies to any of a scenario's calls.
    bool asks(const Scenario& scenario) const;
    /// The first call for which it does not hold decides. It says nothing about a call that never began
    /// because an earlier call ended the run.
    Finding look(const Timeline& here, const Timelines& all) const;
};

/// What is judged in one exercise, in the order in which a student reads it.
class Rubric {
public:
    void add(Criterion criterion) { criteria_.push_back(std::move(criterion)); }
    const std::vector<Criterion>& criteria() const& { return criteria_; }
    void criteria() && = delete;  // a loop over a temporary rubric would read freed memory
    int max_points() const;

private:
    std::vector<Criterion> criteria_;
};

}  // namespace grader
