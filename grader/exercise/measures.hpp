#pragma once

#include "grader/exercise/criterion.hpp"
#include "grader/exercise/group.hpp"
#include "grader/texts/text.hpp"
#include "grader/timeline/timeline.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The measures: what a criterion can look for in any timeline. A measure that fails says in a plain sentence
/// what it saw instead. Measures look at waits, moments, texts and results, never at how the code is written.
/// Each takes time in proportion to the timeline, up to a logarithm.
namespace grader {

/// Bounds of a number; both are allowed.
struct Bounds {
    std::int64_t least = 0;
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

// Waits

/// Count: the number of waits is within the bounds. `seen_at` is the moment at which the number is known.
Finding count(const Group& group, Bounds bounds, Time seen_at);

/// Overlap: at one moment all of the waits are running. One wait alone does not overlap, nor does one that
/// blocks the loop, because no other wait goes on meanwhile.
Finding overlap(const Group& group);

/// Peak: the largest number of waits that run at the same moment. A wait that begins when another one ends
/// does not overlap with it. A call without waits fails. If two or more are wanted, none may block the loop.
Finding peak(const Group& group, Bounds bounds);

/// Limit used fully: from `begin` on, as long as one of the waits has not begun yet, `limit` of them are
/// running.
Finding limit_used(const Group& group, std::int64_t limit, Time begin);

/// Never idle: from `begin` to `end` at least one of the waits is running.
Finding never_idle(const Group& group, Time begin, Time end);

/// Rate: at most `most` waits begin in any interval of length `length`.
Finding rate(const Group& group, std::int64_t most, Time length);

/// A wait began before another one was over: the finding that says so. Requires: it did.
Finding begins_too_early(const Wait& early, const Wait& unfinished);

/// Before: all of `first` are over when one of `then` begins.
Finding before(const Group& first, const Group& then);

/// Never together: a wait of `group` and a wait of `others` never run at the same moment.
Finding never_together(const Group& group, const Group& others);

/// Within: each of them begins at `from` or later, and ends at `to` or earlier.
Finding within(const Group& group, Time from, Time to);

/// The wait with this number, counted from 1, begins and ends at these moments. `late`: up to so much later
/// is right, too.
Finding wait_number(const Group& group, std::size_t number, std::optional<Time> begin,
                    std::optional<Time> end, Time late);

// Waits in stages

/// Waits that begin together are a stage. The sizes of the stages, the stages to look at (counted from 0),
/// and the functions of which each stage, or each pair of stages with one wait, has one.
struct Stages {
    std::vector<std::int64_t> sizes;
    std::vector<std::size_t> asked;
    std::vector<std::string> made_of;
};

/// Each of these stages has its size and ends before the call; the next one begins after it.
Finding in_stages(const Timeline& here, std::size_t call, const Group& group, const Stages& stages,
                  const Timelines& all);

/// The result of this name is the time from the begin of one wait to the end of another (counted from 1, or,
/// with -1 for the last, from the end). If there are fewer waits, from one moment of the call to another.
Finding measured(const Timeline& here, std::size_t call, const Group& group, const std::string& name,
                 std::int64_t from, std::int64_t to);

// Waits that are distinguished from each other

/// Each of these lengths has a wait of its own, in one piece or several, that begins at `begin`.
Finding each_waits(const Timeline& here, std::size_t call, std::vector<Time> lengths, Time begin);

/// Each number from 0 on has exactly one of the waits, which is over when the call returns; the
/// printed lines tell which wait is whose. A program that prints no numbers is judged by how many waits there
/// are.
Finding each_once(const Timeline& here, std::size_t call, const Group& group, std::int64_t numbers);

/// When each of the waits begins, its number is printed: this one; or each from 0 to `numbers` - 1.
Finding says_number(const Timeline& here, std::size_t call, const Group& group, std::int64_t number);
Finding says_numbers(const Timeline& here, std::size_t call, const Group& group, std::int64_t numbers);

// Calls

/// Finish time: the call returned, this long after it began.
Finding finish_time(const CallSpan& call, Time least, Time most);

/// It returned within 0.1 s of the end of the last of its waits.
Finding returns_when_done(const Timeline& here, std::size_t call, const Group& group);

/// The finding that this wait blocked the loop. Requires: the wait is blocking.
Finding blocks(const Wait& wait);

/// Blocked: the first wait of a call that held up the loop.
std::optional<Finding> blocked_the_loop(const Timeline& here, std::size_t call);

/// Waited exactly: the call lasted so long, all of it awaited, and the loop was free meanwhile.
Finding waited_exactly(const Timeline& here, std::size_t call, Time length);

/// Something was printed when the first wait began, and something when the last one was over.
Finding said_at_begin_and_end(const Timeline& here, std::size_t call);

/// Something was printed between two moments.
Finding said_between(const Timeline& here, Time from, Time to);

/// Order kept, of what is printed during a call: each of the wanted texts is there, after the one before it.
Finding said_in_order(const Timeline& here, std::size_t call, const std::vector<std::string>& wanted);

/// The call did not return: it threw, or was still waiting. Nothing if it returned.
std::optional<Finding> did_not_return(const CallSpan& call);

/// The call does the same as when it is alone: waits, results and the time it takes. `here` says which
/// scenario made the call alone.
Finding same_as_alone(const Timeline& here, std::size_t call, const Timelines& all);

/// It threw an error whose text contains this.
Finding throws_error(const CallSpan& call, const std::string& text);

/// The call took a slot of the semaphore `what` as soon as one was free, and kept it until the wait was over.
Finding holds_slot(const Timeline& here, std::size_t call, const Group& group, const std::string& what);

// Results

/// The result is this text.
Finding gives_text(const CallSpan& call, const std::string& name, const std::string& text);

/// The result contains this text.
Finding gives_part(const CallSpan& call, const std::string& name, const std::string& part);

/// The result is a list: it has the wanted number of elements, and each contains, or equals, the wanted one
/// at its place.
Finding gives_each(const CallSpan& call, const std::string& name, const std::vector<std::string>& wanted,
                   bool whole);

// Cancellation and faults

/// Cancelled at: the waits that would have gone on past that moment were cancelled at it, and there was at
/// least one.
Finding cancelled_at(const Group& group, Time moment);

/// The call was cancelled from outside: everything it had started stopped then, it let the CancelledError
/// through, and gave back its slots. Requires: the scenario cancels this call.
Finding stopped_when_cancelled(const Timeline& here, std::size_t call);

/// Swallowed cancellation: the call was cancelled, and returned all the same; or it was over before.
std::optional<Finding> swallowed_cancellation(const Timeline& here, std::size_t call);

/// Never awaited: a coroutine was called, and dropped without a co_await.
std::optional<Finding> never_awaited(const Timeline& here, std::size_t call);

/// Left behind: a task that this call had started was still there when the calls were over.
std::optional<Finding> left_behind(const Timeline& here, std::size_t call);

/// Deadlocked: everything waited for ever. Says which coroutine waited for what.
std::optional<Finding> deadlocked(const Timeline& here, std::size_t call);

}  // namespace grader
