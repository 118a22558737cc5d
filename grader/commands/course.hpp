#pragma once

#include "grader/rubric/exercise.hpp"

#include <filesystem>

namespace grader {

/// The folder with the exercises, one folder each.
std::filesystem::path exercises_folder();

/// The file a student works in.
std::filesystem::path stub_path(const Exercise& exercise);

}  // namespace grader
