#pragma once

#include "grader/report/json.hpp"
#include "grader/report/markdown.hpp"
#include "grader/report/page.hpp"
#include "grader/report/svg.hpp"
#include "grader/report/trace.hpp"

#include <string>
#include <vector>

namespace grader {

/// A form in which verdicts are written into a file. `sources` holds the submissions in the same order.
struct Format {
    const char* name;
    std::string (*written)(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources);
};

/// What --format NAME=FILE can write.
inline constexpr Format formats[] = {
    {"json", [](const std::vector<Verdict>& verdicts,
                const std::vector<std::string>&) { return report_json(verdicts); }},
    {"html", report_page},
    {"markdown", report_markdown},
    {"svg", report_svg},
    {"trace", report_trace},
};

}  // namespace grader
