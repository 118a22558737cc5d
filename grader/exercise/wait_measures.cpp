#include "grader/exercise/measures.hpp"

#include "grader/exercise/words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace grader {

namespace {

Finding there_are_none(const Group& group) { return fails(say("there were no {0} at all", group.many)); }

bool holds_for(Bounds bounds, std::int64_t number) { return number >= bounds.least && number <= bounds.most; }

/// When the waits of a group begin and end. A submission can make a hundred thousand of them, so each
/// question takes a search and no walk.
class Moments {
public:
    explicit Moments(const Group& group) {
        for (const Wait& wait : group.waits) {
            begins_.push_back(wait.begin);
            ends_.push_back(wait.end);
        }
        std::ranges::sort(begins_);
        std::ranges::sort(ends_);
    }

    /// How many are under way at a moment: those that end at it are not any more.
    std::int64_t under_way(Time moment) const { return up_to(begins_, moment) - up_to(ends_, moment); }
    /// How many begin later.
    std::int64_t to_begin(Time moment) const {
        return static_cast<std::int64_t>(begins_.size()) - up_to(begins_, moment);
    }
    /// By rising moment.
    const std::vector<Time>& ends() const { return ends_; }

private:
    static std::int64_t up_to(const std::vector<Time>& moments, Time moment) {
        return std::ranges::upper_bound(moments, moment) - moments.begin();
    }

    std::vector<Time> begins_;
    std::vector<Time> ends_;
};

/// One of them blocked the loop: nothing else went on meanwhile.
std::optional<Finding> one_that_blocks(const Group& group) {
    const auto found = std::ranges::find_if(group.waits, &Wait::blocking);
    return found == group.waits.end() ? std::nullopt : std::optional(blocks(*found));
}

const Wait& last_to_end(const Group& group) { return *std::ranges::max_element(group.waits, {}, &Wait::end); }
const Wait& first_to_begin(const Group& group) {
    return *std::ranges::min_element(group.waits, {}, &Wait::begin);
}

}  // namespace

Finding count(const Group& group, Bounds bounds, Time seen_at) {
    const auto number = static_cast<std::int64_t>(group.waits.size());
    if (holds_for(bounds, number)) return holds();
    const Text seen = group.counted(number);
    if (bounds.least == bounds.most) return fails(say("{0} instead of {1}", seen, bounds.least), seen_at);
    if (number < bounds.least)
        return fails(say("{0}; there should be {1} or more", seen, bounds.least), seen_at);
    return fails(say("{0}; there should be {1} or fewer", seen, bounds.most), seen_at);
}

Finding overlap(const Group& group) {
    if (group.waits.size() < 2) {
        return fails(say("{0}: it takes two to overlap",
                         group.counted(static_cast<std::int64_t>(group.waits.size()))));
    }
    if (const auto blocking = one_that_blocks(group)) return *blocking;
    const Wait& first = *std::ranges::min_element(group.waits, {}, &Wait::end);
    const Wait& last = *std::ranges::max_element(group.waits, {}, &Wait::begin);
    if (last.begin < first.end) return holds();
    return fails(say("{0} began only at {1}, but {2} had ended at {3}", last.coroutine,
                     in_seconds(last.begin), first.coroutine, in_seconds(first.end)),
                 last.begin, last.line);
}

Finding peak(const Group& group, Bounds bounds) {
    if (group.waits.empty()) return there_are_none(group);
    if (const auto blocking = bounds.least > 1 ? one_that_blocks(group) : std::nullopt) return *blocking;
    const Moments moments(group);
    std::int64_t most = 0;
    for (const Wait& starting : group.waits) {
        const std::int64_t running = moments.under_way(starting.begin);
        most = std::max(most, running);
        if (running <= bounds.most) continue;
        return fails(say("{0} at once; the limit is {1}", group.counted(running), bounds.most),
                     starting.begin, starting.line);
    }
    if (most >= bounds.least) return holds();
    return fails(say("never more than {0} at once; there should be {1}", group.counted(most), bounds.least));
}

Finding limit_used(const Group& group, std::int64_t limit, Time begin) {
    if (group.waits.empty()) return there_are_none(group);
    const Moments moments(group);
    std::vector<Time> looked_at{begin};
    std::ranges::copy(moments.ends(), std::back_inserter(looked_at));
    std::ranges::sort(looked_at);
    for (const Time moment : looked_at) {
        const std::int64_t running = moments.under_way(moment);
        const std::int64_t waiting = moments.to_begin(moment);
        if (waiting == 0 || running >= limit) continue;
        return fails(say("at {0}, {1} of {2} were under way although {3} had not begun yet",
                         in_seconds(moment), running, limit, group.counted(waiting)),
                     moment);
    }
    return holds();
}

Finding never_idle(const Group& group, Time begin, Time end) {
    if (group.waits.empty()) return there_are_none(group);
    Time busy_until = begin;
    for (const Wait& wait : group.waits) {
        if (wait.begin > busy_until) break;
        busy_until = std::max(busy_until, wait.end);
    }
    if (busy_until >= end) return holds();
    return fails(say("at {0} nothing was under way, although there was more to do", in_seconds(busy_until)),
                 busy_until);
}

Finding rate(const Group& group, std::int64_t most, Time length) {
    if (group.waits.empty()) return there_are_none(group);
    const auto step = static_cast<std::size_t>(std::max<std::int64_t>(most, 1));
    for (std::size_t i = 0; i + step < group.waits.size(); ++i) {
        const Wait& one_too_many = group.waits[i + step];
        if (one_too_many.begin - group.waits[i].begin >= length) continue;
        return fails(say("{0} began within {1}; at most {2} may", group.counted(most + 1),
                         in_seconds(one_too_many.begin - group.waits[i].begin), most),
                     one_too_many.begin, one_too_many.line);
    }
    return holds();
}

Finding begins_too_early(const Wait& early, const Wait& unfinished) {
    return fails(say("{0} began at {1}, before {2} was done", early.coroutine, in_seconds(early.begin),
                     unfinished.coroutine),
                 early.begin, early.line);
}

Finding before(const Group& first, const Group& then) {
    if (first.waits.empty()) return there_are_none(first);
    if (then.waits.empty()) return there_are_none(then);
    const Wait& ends = last_to_end(first);
    const Wait& begins = first_to_begin(then);
    if (begins.begin >= ends.end) return holds();
    return begins_too_early(begins, ends);
}

Finding never_together(const Group& group, const Group& others) {
    if (group.waits.empty()) return there_are_none(group);
    struct Change {
        Time at;
        int by;  // ends come before begins of the same moment
        bool is_other;
        const Wait* wait;
    };
    std::vector<Change> changes;
    for (const Group* some : {&group, &others}) {
        for (const Wait& wait : some->waits) {
            if (wait.begin == wait.end) continue;
            changes.push_back({wait.begin, 1, some == &others, &wait});
            changes.push_back({wait.end, -1, some == &others, &wait});
        }
    }
    std::ranges::sort(changes, [](const Change& a, const Change& b) {
        return std::pair(a.at, a.by) < std::pair(b.at, b.by);
    });
    std::int64_t under_way[] = {0, 0};
    const Wait* last_to_end[] = {nullptr, nullptr};
    for (const Change& change : changes) {
        under_way[change.is_other ? 1 : 0] += change.by;
        const Wait*& last = last_to_end[change.is_other ? 1 : 0];
        // If any is under way, then the one that ends last.
        if (last == nullptr || change.wait->end > last->end) last = change.wait;
        if (change.by < 0 || under_way[0] == 0 || under_way[1] == 0) continue;
        return fails(say("at {0}, {1} (line {2}) and {3} (line {4}) were under way at the same time",
                         in_seconds(change.at), last_to_end[0]->coroutine, last_to_end[0]->line,
                         last_to_end[1]->coroutine, last_to_end[1]->line),
                     change.at, change.wait->line);
    }
    return holds();
}

Finding within(const Group& group, Time from, Time to) {
    if (group.waits.empty()) return there_are_none(group);
    for (const Wait& wait : group.waits) {
        if (wait.begin >= from && wait.end <= to) continue;
        return fails(say("{0} waited from {1} to {2}; it should lie between {3} and {4}", wait.coroutine,
                         in_seconds(wait.begin), in_seconds(wait.end), in_seconds(from), in_seconds(to)),
                     wait.begin, wait.line);
    }
    return holds();
}

Finding wait_number(const Group& group, std::size_t number, std::optional<Time> begin,
                    std::optional<Time> end, Time late) {
    if (group.waits.size() < number) {
        return fails(say("there were {0}; number {1} is missing",
                         group.counted(static_cast<std::int64_t>(group.waits.size())), number));
    }
    const Wait& wait = group.waits[number - 1];
    const auto is_at = [late](Time seen, Time wanted) { return seen >= wanted && seen <= wanted + late; };
    if (begin && !is_at(wait.begin, *begin)) {
        return fails(say("wait number {0} began at {1} instead of {2}", number, in_seconds(wait.begin),
                         in_seconds(*begin)),
                     wait.begin, wait.line);
    }
    if (end && !is_at(wait.end, *end)) {
        return fails(say("wait number {0} ended at {1} instead of {2}", number, in_seconds(wait.end),
                         in_seconds(*end)),
                     wait.end, wait.line);
    }
    return holds();
}

}  // namespace grader
