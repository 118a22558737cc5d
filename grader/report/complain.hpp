#pragma once

#include "grader/report/utf8.hpp"
#include "grader/texts/text.hpp"
#include "grader/verdict/failure.hpp"

#include <cstdio>
#include <string_view>
#include <vector>

namespace grader {

/// Prints one line on standard error. It may quote anything: names of files, a compiler's message, an
/// exception.
inline void complain(const Text& text, Language language) {
    std::fprintf(stderr, "grade: %s\n", visible(text.in(language)).c_str());
}

/// Says why something could not be done, and gives the exit code for that. An interrupted command ends
/// quietly.
inline int complain(const Failure& failure, Language language) {
    if (failure.fault != Failure::Fault::interrupted) complain(failure.what, language);
    return exit_code(failure);
}

inline int complain(const std::vector<Failure>& failures, Language language) {
    for (const Failure& one : failures) complain(one, language);
    return exit_code(failures);
}

/// One line on standard output, whatever is quoted in it.
inline void tell(std::string_view line) { std::printf("%s\n", visible(line).c_str()); }

}  // namespace grader
