#pragma once

#include "grader/rubric/rubric.hpp"
#include "grader/timeline/timeline.hpp"
#include "grader/verdict/text.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The vocabulary of the rubrics: what can be asked of any timeline. Each measure is defined once, here, says
/// in a plain sentence what it saw instead, and looks at waits, moments, texts and results, never at how the
/// code is written.
namespace grader {

// Words, for sentences

/// A length or moment as people read it: "1.7 s", "1,7 s".
Text in_seconds(Time time);

/// What a coroutine waits for (the detail of a deadlock's record), for a reader of either language.
Text what_is_awaited(const std::string& detail);

/// The kind of call in which the loop was held up (Wait::in_what), for a reader of either language.
Text kind_of_call(std::string_view in_what);

// Waits

/// Waits that are looked at together, and what they are called, in the plural: "downloads".
struct Group {
    std::vector<Wait> waits;
    Text name;
};

/// All waits of one call.
std::vector<Wait> all_waits(const Timeline& timeline, std::size_t call);

/// Waits of one call that were meant to last this long (a busy loop may be a few milliseconds off).
std::vector<Wait> waits_of_length(const Timeline& timeline, std::size_t call, Time length);

/// Bounds of a number; both are allowed.
struct Bounds {
    std::int64_t least = 0;
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

/// Count: so many waits, no fewer and no more. `seen_at` is the moment at which that is known.
Finding count(const Group& group, Bounds bounds, Time seen_at);

/// Overlap: there is a moment at which all of them are under way. One wait alone overlaps with nothing, nor
/// does one that holds up the loop: beside it nothing goes on.
Finding overlap(const Group& group);

/// Peak: the most that are under way at the same moment. A wait that begins when another one ends is not
/// beside it. Who waits for nothing has kept no limit. Where two or more are wanted, none may hold up the
/// loop.
Finding peak(const Group& group, Bounds bounds);

/// Limit used fully: from `begin` on, as long as one of them has not begun yet, `limit` are under way.
Finding limit_used(const Group& group, int limit, Time begin);

/// Before: all of `first` are over when one of `then` begins.
Finding before(const Group& first, const Group& then);

/// After: each of `group` begins when all of `others` are over, or later.
Finding after(const Group& group, const Group& others);

/// Within: each of them begins at `from` or later, and ends at `to` or earlier.
Finding within(const Group& group, Time from, Time to);

// Calls

/// Finish time: the call returned, this long after it began.
Finding finish_time(const CallSpan& call, Time least, Time most);

/// A wait held up the loop: the finding that says so. Requires: it is a blocking one.
Finding blocks(const Wait& wait);

/// Blocked: the first wait of a call that held up the loop.
std::optional<Finding> blocked_the_loop(const Timeline& timeline, std::size_t call);

/// Waited exactly: call `call` lasted exactly this long, all of it awaited, and the loop was free meanwhile.
Finding waited_exactly(const Timeline& timeline, std::size_t call, Time length);

/// Something was printed when the first wait began, and something when the last one was over.
Finding said_at_begin_and_end(const Timeline& timeline, std::size_t call);

/// Something was printed at that moment, by whomever.
bool said_at(const Timeline& timeline, Time moment);

/// Order kept: as many texts as were wanted, and each has the one that was wanted at its place in it.
Finding order_kept(const std::vector<std::string>& texts, const std::vector<std::string>& wanted, Time at);

/// Order kept, of what is printed during a call: each of the wanted texts stands there, after the one before
/// it.
Finding said_in_order(const Timeline& timeline, std::size_t call, const std::vector<std::string>& wanted);

// Cancellation, and what goes wrong

/// Cancelled at: those of them that would have gone on past that moment were cancelled at it, and there was
/// one at least.
Finding cancelled_at(const Group& group, Time moment);

/// Swallowed cancellation: the call was cancelled at `moment`, and returned all the same; or it was over
/// before.
std::optional<Finding> swallowed_cancellation(const CallSpan& call, Time moment);

/// Never awaited: a coroutine was called, and dropped without a co_await.
std::optional<Finding> never_awaited(const Timeline& timeline);

/// Left behind: a task was still there when the calls were over.
std::optional<Finding> left_behind(const Timeline& timeline);

/// Deadlocked, with whom: everything waited for ever; who waited for what.
std::optional<Finding> deadlocked(const Timeline& timeline);

/// The call was cancelled from outside at `moment`: everything it had started stopped then, and it let the
/// cancellation through.
Finding stopped_when_cancelled(const Timeline& timeline, std::size_t call, Time moment);

/// The call came to no end of its own: it threw, or was still waiting. Nothing when it returned.
std::optional<Finding> did_not_return(const CallSpan& call);

/// A task was still there when the calls were over; null when none was.
const Event* task_left_behind(const Timeline& timeline);

// Texts

/// The whole numbers that stand in a text: "page 12 of 40" gives 12 and 40.
std::vector<int> numbers_in(std::string_view text);

/// Whether every row can be given a column of its own out of those it allows, and every column is used.
/// `allowed[row]` holds column numbers; those outside 0…columns-1 do not count.
bool can_be_matched(const std::vector<std::vector<int>>& allowed, int columns);

}  // namespace grader
