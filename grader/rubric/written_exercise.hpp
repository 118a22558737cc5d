#pragma once

#include "grader/rubric/exercise.hpp"
#include "grader/verdict/text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace grader {

/// An exercise that somebody wrote as data, or one sentence on what is wrong with it: which file, which line,
/// what to do.
struct ReadExercise {
    std::optional<Exercise> exercise;
    Text complaint;
};

/// Reads a rubric.json (README.md says what may stand in it). `header` is the text of NAME.hpp. Any bytes
/// give a value, none throws. What it gives still lacks its folder and its stub's digest.
ReadExercise read_exercise(const std::string& name, std::string_view rubric_json, const std::string& header);

}  // namespace grader
