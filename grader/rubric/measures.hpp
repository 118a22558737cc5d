#pragma once

#include "grader/rubric/rubric.hpp"
#include "grader/timeline/timeline.hpp"
#include "grader/verdict/text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace grader {

/// A length or moment as people read it: "1.7 s", "1,7 s".
Text in_seconds(Time time);

/// Waits of one call that were meant to last this long (a busy loop may be a few milliseconds off).
std::vector<Wait> waits_of_length(const Timeline& timeline, std::size_t call, Time length);

/// The kind of call in which the loop was held up (Wait::in_what), for a reader of either language.
Text kind_of_call(const std::string& in_what);

/// A wait held up the loop: the finding that says so. Requires: it is a blocking one.
Finding blocks(const Wait& wait);

/// The first wait of a call that held up the loop.
std::optional<Finding> blocked_the_loop(const Timeline& timeline, std::size_t call);

/// Call `call` lasted exactly this long, all of it awaited, and the loop was free meanwhile.
Finding waited_exactly(const Timeline& timeline, std::size_t call, Time length);

/// Something was printed when the first wait began, and something when the last one was over.
Finding said_at_begin_and_end(const Timeline& timeline, std::size_t call);

/// Something was printed at that moment, by whomever.
bool said_at(const Timeline& timeline, Time moment);

/// The call was cancelled from outside at `moment`: everything it had started stopped then, and it let the
/// cancellation through.
Finding stopped_when_cancelled(const Timeline& timeline, std::size_t call, Time moment);

/// The call came to no end of its own: it threw, or was still waiting. Nothing when it returned.
std::optional<Finding> did_not_return(const CallSpan& call);

/// A task was still there when the calls were over; null when none was.
const Event* task_left_behind(const Timeline& timeline);

/// The whole numbers that stand in a text: "page 12 of 40" gives 12 and 40.
std::vector<int> numbers_in(const std::string& text);

/// Whether every row can be given a column of its own out of those it allows, and every column is used.
/// `allowed[row]` holds column numbers; those outside 0…columns-1 do not count.
bool can_be_matched(const std::vector<std::vector<int>>& allowed, int columns);

}  // namespace grader
