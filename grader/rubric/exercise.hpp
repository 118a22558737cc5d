#pragma once

#include "grader/box/limits.hpp"
#include "grader/rubric/rubric.hpp"
#include "grader/timeline/scenario.hpp"
#include "grader/verdict/text.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace grader {

/// One exercise: how it is tried out, and what is judged.
struct Exercise {
    std::string name;
    Text title;
    /// code_digest() of the stub as it is handed out: whoever hands that in has not begun. Known here, since
    /// the student works in the very file.
    std::string stub_digest;
    std::function<std::vector<Scenario>(std::uint64_t seed)> scenarios;
    std::function<Rubric()> rubric;
    Limits limits = run_limits();  ///< of its runs
    Limits limits_of_compiling = compile_limits();
    /// Where its files stand, for one that somebody wrote outside of awaitlab; empty: in exercises/.
    std::filesystem::path folder{};
    /// Of such a one: its header, and the source of what calls the submission's functions. Else the kit has
    /// them.
    std::string header{};
    std::string driver{};
    /// Scenarios of the same kind with a little less in them, the smallest first; a right submission is right
    /// in them, too. Empty: its scenarios cannot be made smaller.
    std::function<std::vector<Scenario>(const Scenario& scenario)> smaller{};
};

/// All of them, in the order of the course.
const std::vector<Exercise>& exercises();

/// Null when there is none of that name.
const Exercise* find_exercise(const std::string& name);

/// `name` may be an exercise's: a small letter, then small letters, digits and _.
bool may_be_exercise_name(const std::string& name);

// One page each: toaster.cpp, weather.cpp, crawler.cpp.
std::vector<Scenario> toaster_scenarios(std::uint64_t seed);
std::vector<Scenario> weather_scenarios(std::uint64_t seed);
std::vector<Scenario> crawler_scenarios(std::uint64_t seed);
std::vector<Scenario> smaller_weather(const Scenario& scenario);
std::vector<Scenario> smaller_crawler(const Scenario& scenario);
Rubric toaster_rubric();
Rubric weather_rubric();
Rubric crawler_rubric();

}  // namespace grader
