#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/verdict/verdict.hpp"
#include "grader/grading/environment.hpp"
#include "runtime/coroutine.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace grader {

/// What is to be graded, and how.
struct Assignment {
    // A constructor, because g++ 12 destroys an aggregate twice if it is a coroutine's parameter.
    Assignment() = default;

    std::string path;
    std::string name;  ///< the file's name in the verdict
    const Exercise* exercise = nullptr;
    std::optional<std::uint64_t> seed;  ///< none: computed from the submission's bytes
    Language language = Language::english;
};

/// A verdict, and the submission's source, of which the report shows lines.
struct Graded {
    Graded() = default;

    Verdict verdict;
    std::string source;
};

/// Grades one submission. Every error is in the verdict: a fault of the grader is `internal_error`, and costs
/// no point. `environment` outlives it.
aio::Coroutine<Graded> grade(Assignment assignment, const Environment& environment);

/// Grades many submissions, and gives the results in the order of the assignments. Grades as many at a time
/// as there are cores; more would only wait for each other.
aio::Coroutine<std::vector<Graded>> grade_all(std::vector<Assignment> assignments, const Environment& environment);

}  // namespace grader
