#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/grading/environment.hpp"
#include "grader/texts/language.hpp"
#include "runtime/coroutine.hpp"

#include <vector>

namespace grader {

/// Checks whether each exercise holds together, and says what was found on standard output. Gives the exit
/// code: 0 they do, 1 one of them does not, 3 a fault of ours. Prepares each exercise in the environment;
/// both outlive it.
aio::Coroutine<int> check_exercises(const std::vector<Exercise>& exercises, Environment& environment,
                                    Language language);

}  // namespace grader
