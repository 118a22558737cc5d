#pragma once

#include "grader/exercise/arguments.hpp"
#include "grader/exercise/criterion.hpp"
#include "grader/exercise/json_value.hpp"

#include <string_view>
#include <vector>

namespace grader {

/// Reads {"measure": "peak", "of": "1s", "at_most": 3} or {"no": "blocked"}. WRITING.md has the table of all
/// measures.
Expectation read_expectation(const JsonValue& entry, const Trial& trial, Reading& reading);

/// A measure as an exercise.json calls it, and the words that may be beside it.
struct Word {
    std::string_view name;
    std::vector<std::string_view> arguments;
    Expectation (*read)(Arguments& arguments);
};

const std::vector<Word>& words_about_waits();
const std::vector<Word>& words_about_calls();
const std::vector<Word>& words_for_faults();

}  // namespace grader
