#pragma once

#include "grader/texts/text.hpp"

#include <string>
#include <vector>

namespace grader {

/// A solution with one mistake made in it.
struct Mutant {
    std::string source;
    int line = 0;  ///< where
    Text what;     ///< "1 in place of 0"
};

/// The mistakes that people make, one at a time, wherever they can be made in the text of a solution: a wait
/// left out, awaits one after the other, no timeout, a swallowed cancellation, another number, nothing
/// printed… Not every mutant compiles, and not every one is wrong. The list has one mutant of each kind
/// first, then a second one of each, and so on.
std::vector<Mutant> mutants_of(const std::string& source);

}  // namespace grader
