#pragma once

#include "grader/texts/text.hpp"
#include "grader/timeline/run.hpp"

#include <string_view>

namespace grader {

/// A length or moment as people read it: "1.7 s", "1,7 s".
Text in_seconds(Time time);

/// The kind of call in which the loop was held up (Wait::in_what), for a reader of either language.
Text kind_of_call(std::string_view in_what);

}  // namespace grader
