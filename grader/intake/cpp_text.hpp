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

/// Whether a name in C++ may have this character in it.
bool is_name_part(char c);

/// Whether a text is a name: its characters are parts of a name, or among `also`, and the first is no digit.
bool is_name(std::string_view text, std::string_view also);

/// Whether a source has this name as a whole word.
bool has_name(std::string_view source, std::string_view name);

}  // namespace grader
