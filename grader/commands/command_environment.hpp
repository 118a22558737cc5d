#pragma once

#include "grader/exercise/course.hpp"
#include "grader/grading/environment.hpp"
#include "grader/texts/text.hpp"
#include "grader/verdict/failure.hpp"
#include "runtime/coroutine.hpp"

#include <string>
#include <vector>

namespace grader {

/// The exercises of a command: open_course(), with at least one exercise. Complains of the broken ones.
Expected<Course> course_for(const std::string& folder, Language language);

/// An environment in which at least one of these exercises can be graded. Prints a complaint for each
/// exercise that cannot be graded; the kit does not contain those. `exercises` outlive it.
aio::Coroutine<Expected<Environment>> environment_for(std::vector<const Exercise*> exercises,
                                                      bool allow_uncontained, Language language);

/// True if this containment has no sandbox, so that a program can reach the rest of the machine.
bool is_uncontained(const Containment& containment);

/// Why nothing is run then, and what to do.
Text refusal_to_run_uncontained();

}  // namespace grader
