#pragma once

#include "grader/texts/text.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

/// What `grade explain WORD` says. The texts are English sentences of say().
struct Explanation {
    const char* word = "";     ///< an outcome's name in JSON, or the word for a mistake
    const char* title = "";    ///< in a few words
    const char* what = "";     ///< what happened
    const char* next = "";     ///< what to do
    const char* example = "";  ///< C++, the same in every language; may be empty
};

/// The explanations by group: outcomes, what a program does wrong, what does not compile.
struct ExplanationGroup {
    const char* title = "";
    std::span<const Explanation> explanations;
};
std::span<const ExplanationGroup> explanation_groups();

/// The explanation of a word; null if there is none. Capitals, blanks and hyphens do not count.
const Explanation* explanation_of(std::string_view word);

/// All words, in the order of the groups.
std::vector<std::string> explained_words();

}  // namespace grader
