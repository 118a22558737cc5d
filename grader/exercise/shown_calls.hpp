#pragma once

#include "grader/exercise/scenarios.hpp"
#include "grader/texts/text.hpp"

#include <string>
#include <vector>

namespace grader {

/// The inputs of calls that follow each other, as people read them.
Text in_words(const std::vector<PlannedCall>& calls);

/// As a verdict shows them: a JSON object.
std::string as_json(const std::vector<PlannedCall>& calls);

}  // namespace grader
