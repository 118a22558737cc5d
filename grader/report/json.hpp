#pragma once

#include "grader/verdict/verdict.hpp"

#include <string>
#include <vector>

namespace grader {

/// One verdict as JSON (grader/verdict.schema.json, "awaitlab-verdict/1"), with a line end after it. Its
/// texts are in the verdict's own language. A key without a meaning is left out: no line, no moment, an empty
/// text.
///
/// The same verdict gives the same bytes. A student's text may be any bytes: invalid UTF-8 becomes U+FFFD
/// (see valid_utf8()), and characters that could harm a reader's screen are escaped (see visible_json()).
std::string verdict_json(const Verdict& verdict);

/// A report ("awaitlab-report/1"): the verdicts in their order, and the sum of their points.
std::string report_json(const std::vector<Verdict>& verdicts);

/// The same report on one line, without a line end.
std::string report_line(const std::vector<Verdict>& verdicts);

/// A check on one line, as in its verdict.
std::string check_json(const Check& check, Language language);

/// A scenario on one line, as in its verdict, but without the number of orders tried.
std::string run_json(const ScenarioReport& scenario);

}  // namespace grader
