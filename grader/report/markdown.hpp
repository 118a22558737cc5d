#pragma once

#include "grader/verdict/verdict.hpp"

#include <string>
#include <vector>

namespace grader {

/// The verdicts as Markdown (GitHub's, with tables), such as for a comment on a pull request: points, every
/// check in a row, and one next step. It shows a student's words as text, never as markup. `sources` holds
/// the submissions in the same order.
std::string report_markdown(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources);

}  // namespace grader
