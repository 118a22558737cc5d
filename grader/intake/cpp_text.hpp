#pragma once

#include <cstddef>
#include <string_view>

namespace grader {

/// Behind the comment that begins at `at`; `at` itself where none begins. A // comment ends before its line
/// end.
std::size_t comment_end(std::string_view source, std::size_t at);

/// Behind the text in quotes that begins at `at`, or the end of the source where it is never closed. The
/// character there is the quote; a backslash takes the next character with it.
std::size_t quoted_end(std::string_view source, std::size_t at);

}  // namespace grader
