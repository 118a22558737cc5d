#pragma once

#include "grader/texts/text.hpp"
#include "grader/verdict/outcome.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

using Microseconds = std::chrono::microseconds;

enum class CheckStatus { passed, failed, skipped };

/// A line of the student's own file.
struct Location {
    std::string file;
    std::uint32_t line = 0;
};

/// One criterion, judged. A skipped check says in `observed` why.
struct Check {
    std::string id;
    Text title;
    CheckStatus status = CheckStatus::skipped;
    int points = 0;
    int max_points = 0;
    Text expected;
    Text observed;
    Text hint;
    std::vector<Text> further_hints;  ///< each says more than the one before; in no verdict
    std::string scenario;             ///< the name of the scenario that decided; empty if none did
    Text inputs;                      ///< the inputs of its calls
    std::optional<Microseconds> at;   ///< the moment in that scenario
    std::optional<Location> location;
    std::uint64_t expectations = 0;  ///< one bit for each expectation of the criterion that does not hold:
                                     ///< for the exercise's author, and in no verdict
};

/// One entry of a timeline, as the verdict shows it: words, moments, lines; only the fields that have a
/// meaning.
struct TimelineEntry {
    Microseconds at{};
    std::string event;
    std::string coroutine;
    std::uint32_t coroutine_id = 0;
    std::uint32_t task_id = 0;
    std::uint32_t line = 0;
    std::optional<Microseconds> length;
    std::string detail;
};

/// A stretch of a scenario in which a coroutine slept, stopped the loop or held a semaphore's slot.
struct SpanEntry {
    enum class Kind : std::uint8_t { sleep, blocked, held };

    Kind kind = Kind::sleep;
    std::string coroutine;
    std::uint32_t coroutine_id = 0;
    Microseconds begin{};
    Microseconds end{};
    bool cut_short = false;  ///< a sleep that ended before its length was over
};

struct OutputEntry {
    Microseconds at{};
    std::string text;  ///< as the student's program wrote it, any bytes
};

/// One scenario and its timeline.
struct ScenarioReport {
    std::string id;           ///< the same in every language
    std::string name;         ///< unique in the verdict
    std::string inputs_json;  ///< a JSON object
    std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>>
        calls;                ///< functions and arguments, if the seed does not determine them
    int orders_tried = 1;     ///< of ready tasks; first come, first served is one
    bool all_orders = false;  ///< there are no others
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        order;  ///< its departures from first come, first served: choice, index
    Microseconds duration{};
    std::vector<TimelineEntry> timeline;
    std::vector<SpanEntry> spans;  ///< by their begin; for the picture, and not in JSON
    std::vector<OutputEntry> output;
    bool shortened = false;  ///< the timeline was too long to be shown whole
};

enum class Severity { note, warning, error };

/// A message of the compiler, at the student's own file and line.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string message;
};

struct SubmissionFacts {
    std::string file;  ///< the name as the student gave it, without folders
    std::string sha256;
    std::uint64_t bytes = 0;
};

struct GraderFacts {
    std::string version;
    std::uint64_t seed = 0;
    std::string compiler;  ///< for example "clang 19.1.7"; empty if nothing was compiled
    Language language = Language::english;
};

/// The only part of a verdict that may differ from run to run.
struct Resources {
    std::uint64_t compile_wall_ms = 0;
    std::uint64_t run_cpu_ms = 0;
    std::uint64_t max_rss_kb = 0;
    std::vector<std::string> contained_by;
};

/// The verdict on one submission of one exercise.
struct Verdict {
    std::string exercise;
    SubmissionFacts submission;
    Outcome outcome = Outcome::internal_error;
    Text reason;  ///< one sentence on the outcome, if the checks do not say it: which signal, which tasks
                  ///< deadlocked…
    int points = 0;
    int max_points = 0;
    std::vector<Check> checks;
    std::vector<ScenarioReport> scenarios;
    /// Orders of ready tasks, in all scenarios together, including scenarios that are not shown.
    int orders_tried = 0;
    bool all_orders = false;          ///< there are no others
    std::size_t drawn_scenarios = 0;  ///< tried in addition; only those with a fault are shown
    std::vector<Diagnostic> diagnostics;
    GraderFacts grader;
    Resources resources;
};

/// Its name in JSON, such as "skipped".
const char* word(CheckStatus status);
const char* word(Severity severity);
const char* word(SpanEntry::Kind kind);

}  // namespace grader
