#pragma once

#include "grader/texts/text.hpp"

#include <string>
#include <utility>

/// The second language that is there.
inline grader::Language french() { return grader::Language::named("fr").value(); }

/// A text of a test's own in both languages.
inline grader::Text bilingual(std::string in_english, std::string in_french) {
    return grader::Text(
        [&](grader::Language language) { return language == french() ? in_french : in_english; });
}
