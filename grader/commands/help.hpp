#pragma once

#include "grader/texts/text.hpp"

#include <string_view>

namespace grader {

/// The page that --help shows: of "check", "run", "list", "exercise" or "doctor", or of the whole command
/// where it is none of them.
Text help(std::string_view command);

}  // namespace grader
