#pragma once

#include "grader/exercise/exercise.hpp"

#include <string>

namespace grader {

/// The C++ source of the code that calls a submission's functions (grader/child/driver.hpp). For `grade run`
/// it makes the calls of the first scenario.
std::string driver_source(const Exercise& exercise);

}  // namespace grader
