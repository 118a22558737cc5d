#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/texts/text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace grader {

inline constexpr const char* exercise_json = "exercise.json";

/// An exercise, or one sentence on what is wrong with it: which file, which line, what to do.
struct ReadExercise {
    std::optional<Exercise> exercise;
    Text complaint;
};

/// Reads an exercise.json. `header` is the text of NAME.hpp. Any bytes give a value, none throws. What it
/// gives still lacks its folder and, unless exercise.json has it, its stub's digest.
ReadExercise read_exercise(const std::string& name, std::string_view json, const std::string& header);

}  // namespace grader
