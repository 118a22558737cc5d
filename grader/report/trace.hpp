#pragma once

#include "grader/verdict/verdict.hpp"

#include <string>
#include <vector>

namespace grader {

/// Every scenario of the verdicts as a trace that ui.perfetto.dev and chrome://tracing open: a process for
/// each scenario, a thread for each coroutine. Times are virtual microseconds. The format: "Trace Event
/// Format", https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
std::string report_trace(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources);

}  // namespace grader
