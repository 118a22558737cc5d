#pragma once

#include "grader/verdict/failure.hpp"
#include "grader/verdict/verdict.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// A scenario of a verdict that was read back.
struct RecordedScenario {
    std::string id;
    std::string name;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  ///< as ScenarioReport has them
    std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>> calls;
    std::string inputs_json;
    std::string run_json;  ///< see run_json()
};

struct RecordedCheck {
    std::string id;
    std::string status;
    std::string scenario;  ///< its name; empty when none decided
    std::string inputs;    ///< in words
    std::string json;      ///< see check_json()
};

/// The part of a verdict that is needed to play one of its runs again and compare the two.
struct RecordedVerdict {
    std::string exercise;
    std::string file;
    std::string sha256;
    std::uint64_t seed = 0;
    Language language = Language::english;
    std::vector<RecordedCheck> checks;
    std::vector<RecordedScenario> scenarios;
};

/// Reads what verdict_json() or report_json() wrote; any other bytes are a failure of the caller.
/// `name`: how the sentence calls the file.
Expected<std::vector<RecordedVerdict>> read_verdicts(const std::string& bytes, const std::string& name);

}  // namespace grader
