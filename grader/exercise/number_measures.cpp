#include "grader/exercise/measures.hpp"

#include "grader/exercise/matching.hpp"
#include "grader/exercise/printed_numbers.hpp"
#include "grader/exercise/words.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace grader {

namespace {

/// What one task waits in a row from a moment on, without a gap.
struct Chain {
    Time planned{};
    Time last_end{};
    Wait::End how = Wait::End::over;
};

std::vector<Chain> chains_from(const Timeline& here, std::size_t call, Time begin) {
    std::map<std::uint32_t, Chain> by_task;
    for (const Wait& wait : here.waits_in(call)) {
        if (wait.blocking) continue;
        const auto known = by_task.find(wait.task_id);
        if (known == by_task.end()) {
            if (wait.begin == begin) by_task[wait.task_id] = {wait.planned, wait.end, wait.how};
        } else if (known->second.how == Wait::End::over && known->second.last_end == wait.begin) {
            known->second = {known->second.planned + wait.planned, wait.end, wait.how};
        }
    }
    std::vector<Chain> chains;
    for (const auto& [task, chain] : by_task) chains.push_back(chain);
    return chains;
}

/// Takes one element of that value out, if there is one.
bool take(std::multiset<Time>& lengths, Time length) {
    const auto found = lengths.find(length);
    if (found == lengths.end()) return false;
    lengths.erase(found);
    return true;
}

Finding nothing_with_a_number(const Wait& wait) {
    return fails(say("nothing with a number in it was printed when a wait began"), wait.begin, wait.line);
}

}  // namespace

Finding each_waits(const Timeline& here, std::size_t call, std::vector<Time> lengths, Time begin) {
    std::erase(lengths, Time::zero());  // a wait of length zero cannot be seen
    std::multiset<Time> missing(lengths.begin(), lengths.end());
    const auto wanted = missing.size();
    const Wait* late = nullptr;
    for (const Wait& wait : here.waits_in(call)) {
        if (!missing.contains(wait.planned)) continue;
        if (wait.blocking) return blocks(wait);
        if (wait.begin == begin) {
            take(missing, wait.planned);
        } else if (late == nullptr && wait.begin > begin) {
            late = &wait;
        }
    }
    if (missing.empty()) return holds();
    std::multiset<Time> left(lengths.begin(), lengths.end());
    std::vector<Time> cut_short;
    for (const Chain& chain : chains_from(here, call, begin)) {
        if (!take(left, chain.planned) && chain.how != Wait::End::over) cut_short.push_back(chain.planned);
    }
    // Nobody knows what a wait that was cut short would still have printed.
    for (const Time so_far : cut_short) {
        const auto longer = left.upper_bound(so_far);
        if (longer != left.end()) left.erase(longer);
    }
    if (left.empty()) return holds();
    const std::size_t begun = wanted - std::min(missing.size(), left.size());
    if (late != nullptr) {
        return fails(say("{0} of {1} began at once, the next one only {2} later", begun, wanted,
                         in_seconds(late->begin - begin)),
                     late->begin, late->line);
    }
    return fails(say("{0} of {1} began", begun, wanted), begin);
}

Finding says_number(const Timeline& here, std::size_t call, const Group& group, std::int64_t number) {
    const PrintedNumbers printed(here);
    if (group.waits.empty()) return fails(say("nothing began"), here.calls.at(call).end);
    for (const Wait& wait : group.waits) {
        const std::vector<int> numbers = printed.before(wait, here.calls.at(call).begin);
        if (std::ranges::find(numbers, static_cast<int>(number)) != numbers.end()) continue;
        if (numbers.empty()) return nothing_with_a_number(wait);
        return fails(say("number {0} began, and what was printed has no {0} in it", number), wait.begin,
                     wait.line);
    }
    return holds();
}

Finding says_numbers(const Timeline& here, std::size_t call, const Group& group, std::int64_t numbers) {
    const PrintedNumbers printed(here);
    if (group.waits.empty())
        return numbers == 0 ? holds() : fails(say("nothing began"), here.calls.at(call).end);
    std::vector<std::vector<int>> at_begin;
    std::vector<std::vector<int>> at_begin_or_end;
    for (const Wait& wait : group.waits) {
        // Only numbers printed at the moment when the wait begins count.
        at_begin.push_back(printed.before(wait, wait.begin));
        if (at_begin.back().empty()) return nothing_with_a_number(wait);
        at_begin_or_end.push_back(at_begin.back());
        std::ranges::copy(printed.at_end(wait), std::back_inserter(at_begin_or_end.back()));
    }
    // Other criteria judge how many waits there are, and whether each number has one.
    if (static_cast<std::int64_t>(group.waits.size()) != numbers) return holds();
    const int columns = static_cast<int>(numbers);
    if (can_be_matched(at_begin, columns) || !can_be_matched(at_begin_or_end, columns)) return holds();
    return fails(say("what was printed when the {0} began does not have each one's number in it", numbers),
                 group.waits.front().begin, group.waits.front().line);
}

Finding each_once(const Timeline& here, std::size_t call, const Group& group, std::int64_t numbers) {
    const CallSpan& span = here.calls.at(call);
    if (const auto unfinished = did_not_return(span)) return *unfinished;
    for (const Wait& wait : group.waits) {
        if (wait.how == Wait::End::over && wait.end <= span.end) continue;
        return fails(say("{0} returned at {1}, before all {2} were over", span.function, in_seconds(span.end),
                         group.many),
                     span.end, wait.line);
    }
    const auto count = static_cast<std::int64_t>(group.waits.size());
    if (count != numbers)
        return fails(say("{0}; there should be {1}", group.counted(count), numbers), span.end);
    const PrintedNumbers printed(here);
    std::vector<std::vector<int>> seen;
    bool any_number = false;
    for (const Wait& wait : group.waits) {
        // Printing the number too early is judged by another criterion.
        seen.push_back(printed.before(wait, span.begin));
        std::ranges::copy(printed.at_end(wait), std::back_inserter(seen.back()));
        any_number = any_number || !seen.back().empty();
    }
    const int columns = static_cast<int>(numbers);
    if (!any_number || can_be_matched(seen, columns)) return holds();
    std::set<int> printed_at_all;
    for (const std::vector<int>& some : seen) printed_at_all.insert(some.begin(), some.end());
    for (int number = 0; number < columns; ++number) {
        if (printed_at_all.contains(number)) continue;
        return fails(say("there were {0}, but none of them printed number {1}", group.counted(count), number),
                     span.end);
    }
    return fails(say("one number came twice, and another one not at all"), span.end);
}

}  // namespace grader
