#pragma once

#include "grader/box/box.hpp"
#include "grader/texts/text.hpp"

namespace grader {

/// Nothing here keeps a program from the rest of the machine.
bool is_uncontained(const Containment& containment);

/// Why nothing is run, and what to do.
Text refusal_to_run_uncontained();

/// What somebody who allowed it should know.
Text warning_of_uncontained();

}  // namespace grader
