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
    Assignment() = default;  // no aggregate: g++ 12 destroys those twice as a coroutine's parameter

    std::string path;
    std::string name;  ///< how the verdict calls the file
    const Exercise* exercise = nullptr;
    std::optional<std::uint64_t> seed;  ///< none: drawn from the submission's bytes
    Language language = Language::english;
};

/// A verdict, and the source it is about, for those who show lines of it.
struct Graded {
    Graded() = default;

    Verdict verdict;
    std::string source;
};

/// Grades one submission. Whatever goes wrong is in the verdict: a fault of ours is `internal_error` and
/// costs nobody a point. `environment` outlives it.
aio::Coroutine<Graded> grade(Assignment assignment, const Environment& environment);

/// Grades many, in the order given, as many at a time as there are cores: more would only make them wait for
/// one another.
aio::Coroutine<std::vector<Graded>> grade_all(std::vector<Assignment> assignments, const Environment& environment);

}  // namespace grader
