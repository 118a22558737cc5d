#include "grader/exercise/measures.hpp"

#include "grader/exercise/formula.hpp"
#include "grader/exercise/words.hpp"

#include <string.h>

#include <algorithm>
#include <span>
#include <string>

namespace grader {

using namespace std::chrono_literals;

namespace {

/// Waits that begin at the same moment, in the order of their begins.
std::vector<std::span<const Wait>> that_begin_together(const Group& group) {
    std::vector<std::span<const Wait>> all;
    for (std::size_t begin = 0; begin < group.waits.size();) {
        std::size_t end = begin + 1;
        while (end < group.waits.size() && group.waits[end].begin == group.waits[begin].begin) ++end;
        all.emplace_back(group.waits.data() + begin, end - begin);
        begin = end;
    }
    return all;
}

Time end_of(std::span<const Wait> stage) { return std::ranges::max_element(stage, {}, &Wait::end)->end; }

/// What a wait's task printed before it, at the same moment and since it last waited.
std::string said_before(const Timeline& here, const Wait& wait) {
    std::size_t since = 0;
    for (const Wait& other : here.waits) {
        if (other.task_id == wait.task_id && other.index < wait.index) since = other.index;
    }
    std::string text;
    for (const Print& print : here.prints) {
        if (print.task_id == wait.task_id && print.at == wait.begin && print.index >= since &&
            print.index < wait.index)
            text += print.text;
    }
    return text;
}

/// A run in which a function was called first, and by itself. Null: there is none.
const Timeline* alone(const Timelines& all, const std::string& function) {
    for (const auto& [id, timeline] : all) {
        if (timeline.calls.size() == 1 && timeline.calls.front().function == function) return &timeline;
    }
    return nullptr;
}

/// What a function says first when it is called alone; "" where it never waits.
std::string first_words(const Timelines& all, const std::string& function) {
    const Timeline* found = alone(all, function);
    if (found == nullptr || found->waits_in(0).empty()) return {};
    return said_before(*found, found->waits_in(0).front());
}

/// The submission writes both, up to a megabyte: memmem() looks in linear time (the "two-way" search of
/// glibc), std::string::find() does not.
bool contains(const std::string& text, const std::string& part) {
    return memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

/// The function that a wait belongs to, if that is certain: the wait is in the function itself, or the
/// printed text is one that only this function prints. Else "".
std::string function_of(const Timeline& here, const Wait& wait, const std::vector<std::string>& functions,
                        const Timelines& all) {
    if (std::ranges::find(functions, wait.coroutine) != functions.end()) return std::string(wait.coroutine);
    const std::string said = said_before(here, wait);
    std::string found;
    for (const std::string& function : functions) {
        const std::string words = first_words(all, function);
        if (words.empty()) return {};
        if (!contains(said, words)) continue;
        if (!found.empty()) return {};
        found = function;
    }
    return found;
}

/// One of the functions has two of these waits, and so another one has none.
std::optional<Finding> same_function_twice(const Timeline& here, const std::vector<Wait>& waits,
                                           const std::vector<std::string>& functions, const Timelines& all) {
    std::vector<std::string> seen;
    for (const Wait& wait : waits) {
        std::string function = function_of(here, wait, functions, all);
        if (function.empty()) return std::nullopt;
        if (std::ranges::find(seen, function) != seen.end()) {
            return fails(say("{0} was made twice here, and another one not at all", function), wait.begin,
                         wait.line);
        }
        seen.push_back(std::move(function));
    }
    return std::nullopt;
}

Finding a_stage_is_missing(const Timeline& here, std::size_t call, const Group& group, const Stages& stages) {
    std::int64_t sum = 0;
    for (const std::int64_t size : stages.sizes) sum += size;
    return fails(say("{0} made {1}; there should be {2}", here.calls.at(call).function,
                     group.counted(static_cast<std::int64_t>(group.waits.size())), sum),
                 here.calls.at(call).end);
}

constexpr Time rounding = 1ms;

/// Whether a stretch is longer than a length that the submission gave, which may be any number.
bool is_longer(Time took, Time length) { return length < took && length < took - rounding; }
bool is_shorter(Time took, Time length) { return took < length && took < length - rounding; }
bool is_as_long(Time took, Time length) { return !is_longer(took, length) && !is_shorter(took, length); }

/// The moments of a call at which something happened, each once.
std::vector<Time> moments_of(const Timeline& here, const CallSpan& call) {
    std::vector<Time> moments;
    for (const Event& event : here.run->events) {
        if (event.at < call.begin || event.at > call.end) continue;
        if (moments.empty() || moments.back() != event.at) moments.push_back(event.at);
    }
    return moments;
}

/// Whether a length lies between any two of the moments.
bool lies_between(const std::vector<Time>& moments, Time length) {
    auto begin = moments.begin();
    for (const Time end : moments) {
        // A begin that is too early for this end is too early for every later end.
        while (*begin < end && is_longer(end - *begin, length)) ++begin;
        if (is_as_long(end - *begin, length)) return true;
    }
    return false;
}

}  // namespace

Finding in_stages(const Timeline& here, std::size_t call, const Group& group, const Stages& stages,
                  const Timelines& all) {
    const CallSpan& span = here.calls.at(call);
    if (const auto unfinished = did_not_return(span)) return *unfinished;
    const auto together = that_begin_together(group);
    std::vector<Wait> single;  // the waits of stages of one, for made_of
    std::span<const Wait> previous;
    for (const std::size_t asked : stages.asked) {
        // A stage may be missing, or there may be one too many. So stages of the first half are counted from
        // the begin, the others from the end.
        const bool from_the_end = 2 * asked >= stages.sizes.size();
        const std::size_t after = stages.sizes.size() - asked;
        if (from_the_end ? together.size() < after : together.size() <= asked)
            return a_stage_is_missing(here, call, group, stages);
        const std::span<const Wait> stage = together[from_the_end ? together.size() - after : asked];
        for (const Wait& wait : stage) {
            if (wait.blocking) return blocks(wait);
        }
        const Wait& first = stage.front();
        const auto wanted = static_cast<std::size_t>(stages.sizes[asked]);
        if (stage.size() < wanted) {
            const std::size_t next = static_cast<std::size_t>(&stage.back() - group.waits.data()) + 1;
            if (next >= group.waits.size()) return a_stage_is_missing(here, call, group, stages);
            const Wait& late = group.waits[next];
            return fails(say("{0} began at {1}, {2} only at {3}", first.coroutine, in_seconds(first.begin),
                             late.coroutine, in_seconds(late.begin)),
                         late.begin, late.line);
        }
        if (stage.size() > wanted) return begins_too_early(stage[wanted], first);
        if (!previous.empty() && first.begin < end_of(previous))
            return begins_too_early(first, previous.front());
        for (const Wait& wait : stage) {
            if (wait.how == Wait::End::over && wait.end <= span.end) continue;
            return fails(say("{0} returned at {1}, before {2} was done", span.function, in_seconds(span.end),
                             wait.coroutine),
                         span.end, wait.line);
        }
        if (stages.made_of.size() > 1 && stage.size() == stages.made_of.size()) {
            if (const auto twice =
                    same_function_twice(here, {stage.begin(), stage.end()}, stages.made_of, all))
                return *twice;
        } else if (stage.size() == 1) {
            single.push_back(first);
        }
        previous = stage;
    }
    if (!previous.empty() && !stages.asked.empty() && stages.asked.back() + 1 < stages.sizes.size()) {
        const std::size_t next = static_cast<std::size_t>(&previous.back() - group.waits.data()) + 1;
        if (next < group.waits.size() && group.waits[next].begin < end_of(previous))
            return begins_too_early(group.waits[next], previous.front());
    }
    if (stages.made_of.size() > 1 && single.size() == stages.made_of.size()) {
        if (const auto twice = same_function_twice(here, single, stages.made_of, all)) return *twice;
    }
    return holds();
}

Finding measured(const Timeline& here, std::size_t call, const Group& group, const std::string& name,
                 std::int64_t from, std::int64_t to) {
    const CallSpan& span = here.calls.at(call);
    if (const auto unfinished = did_not_return(span)) return *unfinished;
    const Quantity given = read_quantity(span.result(name));
    const Time length(given.kind == Quantity::Kind::time ? given.value() : -1);
    const auto is_not = [&] {
        return fails(say("{0} is {1}, but the measured work took a different time", name, in_seconds(length)),
                     span.end);
    };
    if (length <= rounding) return is_not();
    const auto count = static_cast<std::int64_t>(group.waits.size());
    const auto place_of = [count](std::int64_t number) { return number > 0 ? number - 1 : count + number; };
    if (place_of(from) < 0 || place_of(to) >= count)
        return lies_between(moments_of(here, span), length) ? holds() : is_not();
    const auto first = static_cast<std::size_t>(place_of(from));
    const auto behind = static_cast<std::size_t>(place_of(to)) + 1;
    // A program that looks again from time to time notices the end a little late, by as much as a late timer.
    constexpr Time patience = 400ms;
    const Time begin = group.waits[first].begin;
    Time end{};
    for (std::size_t i = first; i < behind; ++i) end = std::max(end, group.waits[i].end);
    end = std::min(end, span.end);  // that it returns too early is another mistake
    const Time next = behind < group.waits.size() ? std::max(group.waits[behind].begin, end) : span.end;
    for (const Time moment : moments_of(here, span)) {
        if (moment >= end && moment <= next && moment - end <= patience && is_as_long(moment - begin, length))
            return holds();
    }
    return is_not();
}

}  // namespace grader
