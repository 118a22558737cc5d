#pragma once

#include "grader/grading/environment.hpp"
#include "grader/grading/grade.hpp"
#include "grader/verdict/failure.hpp"
#include "runtime/coroutine.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace grader {

/// What `grade watch` begins with.
struct WatchOptions {
    WatchOptions() = default;

    std::vector<Assignment> files;  ///< at least one; in this language
    std::size_t current = 0;
    Language language = Language::english;
    std::vector<std::string> command;  ///< runs a file live: the file's path comes after it
    std::string pages;                 ///< the folder for HTML pages; empty: there is none
};

/// Grades the current file each time it is saved, and shows the verdict on the terminal, until a key says to
/// quit. Gives the exit code. Throws std::system_error where there is no terminal. `environment` outlives it.
aio::Coroutine<Expected<int>> watch(WatchOptions options, const Environment& environment);

}  // namespace grader
