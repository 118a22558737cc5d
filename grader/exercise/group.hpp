#pragma once

#include "grader/exercise/criterion.hpp"
#include "grader/texts/text.hpp"
#include "grader/timeline/timeline.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// Which waits a measure looks at.
namespace grader {

/// Waits that are looked at together, by their begin, and what they are called.
struct Group {
    std::vector<Wait> waits;
    Text one = say("wait");
    Text many = say("waits");

    /// "1 wait of 2 s", "3 waits of 2 s"
    Text counted(std::int64_t number) const;
};

/// All waits of one call.
Group all_waits(const Timeline& here, std::size_t call);

/// Waits of one call that were meant to last this long, in one piece (a busy loop may be a few milliseconds
/// off).
std::vector<Wait> waits_of_length(const Timeline& here, std::size_t call, Time length);

/// When several pieces count as one wait. Either their planned lengths add up to its length, or (if timers
/// are late) that much time has passed: a program that looks at the clock then needs fewer pieces.
enum class Pieces { as_planned, by_the_clock };

/// The same in one piece, or in several that follow each other in one task without a gap: a program that
/// prints a dot every half second makes the same wait.
std::vector<Wait> waits_joined(const Timeline& here, std::size_t call, Time length, Pieces pieces);

/// Which waits a measure asks for: waits of these lengths, and in these functions; without either, all.
struct Choice {
    std::vector<Time> lengths;
    std::vector<std::string> functions;
};

/// Waits that follow each other in one task may be meant as one wait or as several (a pause, a check whether
/// something is done, a pause), and a timeline does not show which. So a measure holds if it holds in one of
/// these readings. `or_all`: if no wait has such a length, look at all waits, because a wait of a wrong
/// length has its own criterion.
std::vector<Group> readings(const Timeline& here, std::size_t call, const Choice& choice, bool or_all);

/// The finding of the measure in the reading that is best for the submission.
Finding in_best_reading(const std::vector<Group>& readings,
                        const std::function<Finding(const Group&)>& measure);

/// By how much a right program may be late at the end of a call whose timers are late: the latest of all
/// chains of waits that follow each other. Zero where timers are on time.
Time lateness_in(const Timeline& here, std::size_t call);

}  // namespace grader
