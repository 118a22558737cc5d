#pragma once

#include <cstddef>
#include <string_view>

namespace grader {

/// The position after the comment that begins at `at`; `at` itself if no comment begins there. A // comment
/// ends before its line end.
std::size_t comment_end(std::string_view source, std::size_t at);

/// The position after the quoted text that begins at `at`, or the end of the source if the quote is never
/// closed. The character there is the quote; a backslash takes the next character with it.
std::size_t quoted_end(std::string_view source, std::size_t at);

}  // namespace grader
