#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/verdict/failure.hpp"

#include <string>
#include <string_view>

namespace grader {

inline constexpr const char* exercise_json = "exercise.json";

/// Reads an exercise.json. `header` is the text of NAME.hpp. Accepts any bytes. Gives the exercise, or one
/// sentence on what is wrong: which file, which line, what to do. The exercise still lacks its folder and,
/// unless exercise.json has it, its stub's digest.
Expected<Exercise> read_exercise(const std::string& name, std::string_view json, const std::string& header);

}  // namespace grader
