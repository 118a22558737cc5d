#pragma once

#include "grader/verdict/verdict.hpp"

#include <string>
#include <vector>

// What several kinds of report say of a verdict in the same way.
namespace grader {

/// "parcel", or "parcel (my.cpp)" if the file has another name, or the file's name if its exercise is not
/// known. Any bytes.
std::string name_of(const Verdict& verdict);

/// "✓", "✗" or "–".
const char* mark(CheckStatus status);

/// The language of a report: that of its first verdict.
Language language_of(const std::vector<Verdict>& verdicts);

/// The sum of the points.
struct Score {
    long long points = 0;
    long long max_points = 0;
};
Score score_of(const std::vector<Verdict>& verdicts);

}  // namespace grader
