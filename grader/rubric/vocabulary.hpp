#pragma once

#include "grader/rubric/entry.hpp"
#include "grader/rubric/quantity.hpp"
#include "grader/rubric/rubric.hpp"
#include "grader/timeline/scenario.hpp"

#include <string>
#include <vector>

namespace grader {

/// A measure that a rubric.json asks for, and what it expects, in words.
struct Asked {
    Measure measure;
    Text expected;
};

/// What a measure's arguments are tried with before anything runs.
struct Trial {
    std::vector<const Scenario*> scenarios;  ///< in which it must hold
    std::string header;                      ///< the exercise's, whose functions may be named
};

/// Reads {"measure": "peak", "of": "1s", "at_most": 3} or {"no": "blocked"}. It must hold in every call of a
/// scenario. README.md has the table of all that can be asked.
Asked read_measure(const Entry& entry, const Trial& trial, Reading& reading);

}  // namespace grader
