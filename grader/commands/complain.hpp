#pragma once

#include "grader/verdict/text.hpp"

#include <cstdio>

namespace grader {

/// One line on standard error.
inline void complain(const Text& text, Language language) {
    std::fprintf(stderr, "grade: %s\n", text.in(language).c_str());
}

}  // namespace grader
