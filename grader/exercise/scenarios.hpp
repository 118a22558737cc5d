#pragma once

#include "grader/exercise/function.hpp"
#include "grader/timeline/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace grader {

/// One call to make, and the time after which it is cancelled from outside, if it is.
struct PlannedCall {
    const Function* function = nullptr;
    Inputs inputs;
    std::optional<Time> cancel_at{};
};

/// Calls to make one after the other in one run.
struct PlannedScenario {
    std::string id;
    Text name;
    std::vector<PlannedCall> calls;
    std::uint64_t late_seed = 0;
    std::string alone{};  ///< see Scenario
};

/// Of each of its calls: the values that formulas about it can name.
std::vector<Scenario::Facts> facts_of(const PlannedScenario& planned);

/// With all that is sent to a submission and shown to people. The functions need not outlive it.
Scenario make_scenario(const PlannedScenario& planned);
/// The same of each.
std::vector<Scenario> make_all(const std::vector<PlannedScenario>& planned);

/// Reads {"id": …, "name": …, "calls": […]}: a scenario with the inputs of the statement.
Scenario read_scenario(const JsonValue& entry, const std::vector<Function>& functions, Reading& reading);

/// The scenarios that every submission is tried with: each function alone with every case, with late timers,
/// cancelled, and twice in one run. `compared`: a call that follows another is also made alone.
std::vector<PlannedScenario> usual_scenarios(const std::vector<Function>& functions, bool compared,
                                             std::uint64_t seed);

/// How many more scenarios a submission is tried with.
inline constexpr std::size_t how_many_drawn = 100;

/// `count` more scenarios, with drawn calls and inputs, some with late timers.
std::vector<PlannedScenario> drawn_scenarios(const std::vector<Function>& functions, bool compared,
                                             std::size_t count, std::uint64_t seed);

/// Slightly simpler scenarios: fewer calls, simpler inputs, timers that are on time. The simplest first.
std::vector<Scenario> simpler_scenarios(const Scenario& scenario, const std::vector<Function>& functions);

}  // namespace grader
