#pragma once

#include "grader/verdict/verdict.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace grader {

/// The first check that failed; null if there is none.
const Check* first_failed(const Verdict& verdict);

/// A scenario worth a picture, and the moment in it that matters.
struct ShownScenario {
    const ScenarioReport* scenario = nullptr;  ///< null: there is none
    std::optional<Microseconds> moment;
};

/// The scenario of the first failed check; where nothing failed, the first in which several coroutines wait.
/// It points into the verdict.
ShownScenario shown_scenario(const Verdict& verdict);

/// What one coroutine did in a scenario.
struct Row {
    std::string name;  ///< any bytes
    std::uint32_t coroutine_id = 0;
    std::vector<SpanEntry> spans;  ///< by their begin
    Microseconds end{};
};

/// A row for each coroutine, by the begin of its first span.
std::vector<Row> rows_of(const ScenarioReport& scenario);

/// The last moment that a picture of these rows needs, with a mark at `moment`.
Microseconds end_of(const ScenarioReport& scenario, const std::vector<Row>& rows,
                    std::optional<Microseconds> moment);

}  // namespace grader
