#pragma once

#include "grader/exercise/course.hpp"
#include "grader/grading/environment.hpp"
#include "runtime/aio.hpp"

#include <vector>

/// A environment for tests and measurements.
namespace test_environment {

/// One in which all of awaitlab's own exercises can be graded; or why there is none.
inline grader::EnvironmentFound open() {
    grader::EnvironmentFound opened = aio::run(grader::find_environment());
    if (!opened.environment) return opened;
    std::vector<const grader::Exercise*> all;
    for (const grader::Exercise& exercise : grader::exercises()) all.push_back(&exercise);
    const grader::NotReady not_ready = aio::run(grader::prepare_exercises(*opened.environment, all));
    if (!not_ready.reason.empty()) {
        opened.advice = not_ready.reason;
        opened.environment.reset();
    }
    return opened;
}

}  // namespace test_environment
