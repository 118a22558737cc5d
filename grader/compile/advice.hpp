#pragma once

#include "grader/texts/text.hpp"
#include "grader/verdict/verdict.hpp"

#include <vector>

namespace grader {

/// What a beginner can do about the first error, where it is one that beginners meet: one sentence. Empty
/// otherwise. Without an error it is about the one warning that tells why a program does nothing: a co_await
/// forgotten.
Text advice_on(const std::vector<Diagnostic>& diagnostics);

}  // namespace grader
