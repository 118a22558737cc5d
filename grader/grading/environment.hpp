#pragma once

#include "grader/box/box.hpp"
#include "grader/compile/kit.hpp"
#include "grader/exercise/exercise.hpp"
#include "grader/texts/text.hpp"
#include "grader/verdict/failure.hpp"
#include "runtime/coroutine.hpp"

#include <vector>

namespace grader {

/// What every grading needs, made once: a compiler with its kit, and the way to contain a program here.
struct Environment {
    Kit kit;
    Containment containment;
    Text advice;  ///< how grading would work better here; empty: nothing is missing
};

/// Finds the compiler, prepares its kit (some seconds, the first time) and tries which sandbox works here.
aio::Coroutine<Expected<Environment>> find_environment();

/// Prepares what the exercises need to be compiled: about a second each, the first time. Gives the reasons
/// why some cannot be graded. After a fault of the grader nothing more is prepared, so that fault is the last
/// reason.
aio::Coroutine<std::vector<Failure>> prepare_exercises(Environment& environment,
                                                       std::vector<const Exercise*> exercises);

}  // namespace grader
