#pragma once

#include "grader/exercise/course.hpp"
#include "grader/grading/environment.hpp"
#include "runtime/aio.hpp"

#include <vector>

/// A environment for tests and measurements.
namespace test_environment {

/// One in which all of awaitlab's own exercises can be graded; or why there is none.
inline grader::Expected<grader::Environment> open() {
    grader::Expected<grader::Environment> opened = aio::run(grader::find_environment());
    if (!opened) return opened;
    std::vector<const grader::Exercise*> all;
    for (const grader::Exercise& exercise : grader::exercises()) all.push_back(&exercise);
    const std::vector<grader::Failure> not_ready = aio::run(grader::prepare_exercises(*opened, all));
    if (!not_ready.empty()) return not_ready.front();
    return opened;
}

}  // namespace test_environment
