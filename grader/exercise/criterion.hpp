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
    bool says_nothing = false;  ///< it holds, since what was to be seen did not come up; one that is nothing
                                ///< else in any run fails
    Text observed;              ///< what was seen instead; empty when it holds
    std::optional<Time> at;     ///< when
    std::uint32_t line = 0;     ///< at which line of the submission, where one can be told
    std::uint64_t expectations = 0;  ///< of the criterion's, those that do not hold: a bit each
};

Finding holds();
Finding fails(Text observed, std::optional<Time> at = std::nullopt, std::uint32_t line = 0);
Finding says_nothing(Text why, std::optional<Time> at);

/// The timelines of other scenarios, by their id, to compare with.
using Timelines = std::map<std::string, Timeline>;

/// Looks at one call of a timeline. Requires: the call has begun.
using Measure = std::function<Finding(const Timeline& here, std::size_t call, const Timelines& all)>;

/// One of the things that a criterion asks for.
struct Expectation {
    Text words;
    Measure measure;
    std::vector<std::string> functions{};  ///< only of calls of these; empty: of all that the criterion asks
    std::string when{};                    ///< and only where this holds

    bool asks(const Scenario& scenario, std::size_t call) const;
};

/// One thing that is judged, of each call of some functions, whenever a condition on its inputs holds.
struct Criterion {
    std::string id;
    int points = 0;
    Text title;
    std::vector<std::string> functions;
    std::string when;  ///< a formula over the call's facts; empty: always
    Text expected;
    std::vector<Expectation> expectations;  ///< all of them must hold
    Text hint;

    /// A call that is cancelled from outside is asked only where the condition names `cancelled`.
    bool asks(const Scenario& scenario, std::size_t call) const;
    /// Whether it asks any of a scenario's calls.
    bool asks(const Scenario& scenario) const;
    /// The first call it asks that does not hold decides. Of a call that another one's end kept from
    /// beginning nothing is known.
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
