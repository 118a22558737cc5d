#pragma once

#include "grader/report/utf8.hpp"
#include "grader/texts/text.hpp"

#include <cstdio>
#include <string_view>

namespace grader {

/// One line on standard error, whatever is quoted in it: names of files, what a compiler said, an exception.
inline void complain(const Text& text, Language language) {
    std::fprintf(stderr, "grade: %s\n", visible(text.in(language)).c_str());
}

/// One line on standard output, whatever is quoted in it.
inline void tell(std::string_view line) { std::printf("%s\n", visible(line).c_str()); }

}  // namespace grader
