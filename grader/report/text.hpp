#pragma once

#include "grader/verdict/verdict.hpp"

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

inline constexpr std::size_t narrowest_screen = 40;  // columns
inline constexpr std::size_t widest_screen = 200;

struct TextOptions {
    bool colour = false;     ///< escape sequences for colour and weight; false: no escape sequences
    std::size_t width = 80;  ///< columns, from narrowest_screen to widest_screen
    bool ascii = false;      ///< no other characters: for a terminal that does not show UTF-8
};

/// In colour if the screen is a terminal with colours and NO_COLOR is not set; as wide as that terminal.
TextOptions options_for(std::FILE* screen);

/// A verdict for its student, in the verdict's language: outcome and points, every check in a line, a picture
/// of what the code did, and last, where the eye is, one next step in full. No text of the
/// student's is printed raw. `source` is the submission, for the lines it quotes; empty if it is not
/// available.
std::string verdict_text(const Verdict& verdict, std::string_view source = {},
                         const TextOptions& options = {});

/// All verdicts one below the other, a table if there are several, and the score: "Score: 24 of 30".
/// `sources` holds the submissions in the same order; a missing one counts as empty.
std::string report_text(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources = {},
                        const TextOptions& options = {});

}  // namespace grader
