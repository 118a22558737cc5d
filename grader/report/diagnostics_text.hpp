#pragma once

#include "grader/report/paint.hpp"
#include "grader/verdict/verdict.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

/// The compiler's messages, as lines without indentation: the first error in full, with its line of the
/// source and a mark under the column, then the others and the warnings in short. No lines if there are no
/// messages. `source` is the submission; empty if it is not available.
std::vector<std::string> diagnostics_text(const std::vector<Diagnostic>& diagnostics, std::string_view source,
                                          Language language, const Paint& paint, std::size_t width = 78);

/// One line of the source, safe to print, "27 | co_await brew_coffee();", cut at `width` columns. Empty if
/// there is no such line, or if it is blank. Lines are numbered from 1.
std::string source_line(std::string_view source, std::uint32_t line, std::size_t width);

}  // namespace grader
