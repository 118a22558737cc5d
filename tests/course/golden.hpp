#pragma once

#include "grader/verdict/verdict.hpp"

#include <filesystem>
#include <string>

namespace course {

/// The verdict's JSON, without the only part that may differ from run to run.
std::string without_resources(const grader::Verdict& verdict);

/// What a golden file keeps of a verdict: all that a person can judge by reading it. Timelines are long: of
/// each scenario only its name, inputs, duration and the number of entries are there.
std::string golden_text(const grader::Verdict& verdict);

/// Whether the golden file has this text. With AWAITLAB_ACCEPT set in the environment it is written instead:
/// read the difference before you commit it.
bool agrees_with_golden(const grader::Verdict& verdict, const std::filesystem::path& golden);

}  // namespace course
