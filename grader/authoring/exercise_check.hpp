#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/grading/environment.hpp"
#include "grader/texts/language.hpp"
#include "runtime/coroutine.hpp"

#include <vector>

namespace grader {

/// Checks that each exercise is complete and correct, and prints the findings on standard output. Gives the
/// exit code: 0 they are, 1 one of them is not, 3 a fault of the grader. Prepares each exercise in the
/// environment; both outlive it.
aio::Coroutine<int> check_exercises(const std::vector<Exercise>& exercises, Environment& environment,
                                    Language language);

}  // namespace grader
