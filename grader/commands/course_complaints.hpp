#pragma once

#include "grader/exercise/course.hpp"
#include "grader/texts/text.hpp"

namespace grader {

/// Complains about all that is wrong with it, on standard error. False: there is nothing to work with.
bool is_usable(const Course& course, Language language);

/// The exit code of a command that otherwise ended with `code`: a broken exercise is not understood.
int exit_code(const Course& course, int code);

}  // namespace grader
