#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

// What a student's program prints, names or throws may be any bytes. So may a file's name, and an exercise
// that somebody else wrote. All such text goes through one of these functions before a person sees it.

/// The same text as valid UTF-8: invalid bytes become U+FFFD, one for every "maximal subpart" (The Unicode
/// Standard, 3.9, table 3-11), as browsers do. Valid text comes back unchanged, control characters included.
std::string valid_utf8(std::string_view bytes);

/// One line that is safe to print: a tab is a space, and whatever could move the cursor, change a colour,
/// hide or reorder text (C0 and C1 control characters, escape sequences, bidirectional controls) is written
/// out as C++ would: \n, \x1b, \u202e. What is safe already comes back unchanged.
std::string visible(std::string_view bytes);

/// A JSON text of the same value, in which the characters that visible() writes out are written \u009b or
/// \u202e. Requires: valid JSON.
std::string visible_json(std::string_view json);

/// The text without other characters than ASCII: é is e, “ is ", █ is #; what has no such likeness is ?.
/// Requires: valid UTF-8.
std::string in_ascii(std::string_view text);

/// How many columns of a terminal the text fills. Requires: valid UTF-8 without control characters.
std::size_t columns(std::string_view text);

/// The beginning of the text, with … at its end if it is wider than `width` columns. Requires: as columns().
std::string cut(std::string_view text, std::size_t width);

/// The text with spaces after it, up to `width` columns; never shorter than it was. Requires: as columns().
std::string padded(std::string_view text, std::size_t width);

/// The lines of a text, without their ends.
std::vector<std::string> lines_of(std::string_view text);

/// The text in lines of at most `width` columns, broken at spaces, and within a word that is longer than a
/// line. At least one line. Requires: as columns(), width > 1.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace grader
