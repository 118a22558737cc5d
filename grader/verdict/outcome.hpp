#pragma once

#include "grader/texts/text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace grader {

/// How a submission ended, as a whole.
enum class Outcome : std::uint8_t {
    passed,
    failed,
    not_started,
    compile_error,
    compile_limit,
    invalid_submission,
    crashed,
    deadlocked,
    timed_out,
    memory_limit,
    output_limit,
    exited_early,
    broke_protocol,
    forbidden,
    internal_error,  ///< the last one
};

/// How an outcome is told.
struct OutcomeType {
    Outcome outcome{};
    const char* word = "";   ///< in JSON; verdict.schema.json lists them
    const char* plain = "";  ///< on the screen, after the exercise's name; a key of grader/texts/*.json
};

inline constexpr std::array<OutcomeType, static_cast<std::size_t>(Outcome::internal_error) + 1> outcome_types{
    {
        {Outcome::passed, "passed", "passed"},
        {Outcome::failed, "failed", "not there yet"},
        {Outcome::not_started, "not_started", "not started yet"},
        {Outcome::compile_error, "compile_error", "does not compile"},
        {Outcome::compile_limit, "compile_limit", "takes too much to compile"},
        {Outcome::invalid_submission, "invalid_submission", "cannot be graded"},
        {Outcome::crashed, "crashed", "crashed"},
        {Outcome::deadlocked, "deadlocked", "waits for ever"},
        {Outcome::timed_out, "timed_out", "does not come to an end"},
        {Outcome::memory_limit, "memory_limit", "uses too much memory"},
        {Outcome::output_limit, "output_limit", "prints too much"},
        {Outcome::exited_early, "exited_early", "left before the end"},
        {Outcome::broke_protocol, "broke_protocol", "confused the grader"},
        {Outcome::forbidden, "forbidden", "did what is not allowed here"},
        {Outcome::internal_error, "internal_error", "the grader failed, not you"},
    }};

static_assert(
    [] {
        for (std::size_t i = 0; i < outcome_types.size(); ++i)
            if (outcome_types[i].outcome != static_cast<Outcome>(i) || *outcome_types[i].plain == '\0')
                return false;
        return true;
    }(),
    "outcome_types describes every outcome, in the order of the outcomes");

/// Its name in JSON, such as "compile_error".
constexpr const char* word(Outcome outcome) { return outcome_types[static_cast<std::size_t>(outcome)].word; }

/// The key of its plain words in grader/texts/*.json.
constexpr const char* plain(Outcome outcome) {
    return outcome_types[static_cast<std::size_t>(outcome)].plain;
}

/// What a person reads in place of it, such as "not there yet".
inline Text plain_words(Outcome outcome) { return say(plain(outcome)); }

}  // namespace grader
