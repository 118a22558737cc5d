#pragma once

#include "grader/verdict/verdict.hpp"

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

struct TextOptions {
    bool colour = false;  ///< escape sequences for colour and weight; false: no escape sequences
};

/// In colour if the screen is a terminal with colours and NO_COLOR is not set.
TextOptions options_for(std::FILE* screen);

/// A verdict for its student, on a terminal of 80 columns, in the verdict's language: outcome and points,
/// every check in a line, and one next step in full, with a picture of what the code did. No text of the
/// student's is printed raw. `source` is the submission, for the lines it quotes; empty if it is not
/// available.
std::string verdict_text(const Verdict& verdict, std::string_view source = {},
                         const TextOptions& options = {});

/// All verdicts one below the other, a table if there are several, and the score: "Score: 24 of 30".
/// `sources` holds the submissions in the same order; a missing one counts as empty.
std::string report_text(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources = {},
                        const TextOptions& options = {});

}  // namespace grader
