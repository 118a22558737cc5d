#pragma once

#include "grader/texts/text.hpp"
#include "grader/verdict/verdict.hpp"

#include <vector>

namespace grader {

/// One sentence for a beginner on the first error, if beginners often make it; empty otherwise. Without an
/// error it is about the one warning that explains why a program does nothing: a forgotten co_await.
Text advice_on(const std::vector<Diagnostic>& diagnostics);

}  // namespace grader
