#pragma once

#include "grader/verdict/verdict.hpp"

#include <string>
#include <vector>

namespace grader {

/// The verdicts as one HTML file that needs nothing else: the checks, the compiler's messages, and the
/// timeline of each scenario beside the source. `sources` holds the submissions in the same order. It is in
/// the language of the first verdict. It holds a student's words as data, never as markup.
std::string report_page(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources);

/// The file page.html, as it was when the grader was built. CMake writes it.
extern const char* const page_template;

}  // namespace grader
