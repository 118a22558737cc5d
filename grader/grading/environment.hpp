#pragma once

#include "grader/box/box.hpp"
#include "grader/compile/kit.hpp"
#include "grader/exercise/exercise.hpp"
#include "grader/texts/text.hpp"
#include "runtime/coroutine.hpp"

#include <optional>
#include <vector>

namespace grader {

/// What every grading needs and is made once: a compiler with its kit, and what can contain a program here.
struct Environment {
    Kit kit;
    Containment containment;
};

/// A environment, or one sentence on what is missing and what to do.
struct EnvironmentFound {
    EnvironmentFound() = default;  // no aggregate: g++ 12 destroys those twice as a coroutine's result

    std::optional<Environment> environment;
    Text advice;  ///< may also be given with a environment: it works, but not as well as it could
};

/// Finds the compiler, prepares its kit (some seconds, the first time) and tries what contains.
aio::Coroutine<EnvironmentFound> find_environment();

/// Why an exercise cannot be graded.
struct NotReady {
    NotReady() = default;

    Text reason;        ///< empty: it can
    bool ours = false;  ///< the grader's fault, and not the exercise's
};

/// Prepares what the exercises need to be compiled: a second each, the first time.
aio::Coroutine<NotReady> prepare_exercises(Environment& environment, std::vector<const Exercise*> exercises);

}  // namespace grader
