#include "grader/rubric/measures.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace grader {

namespace {

Finding there_are_none(const Group& group) {
    return fails(say("there were no {0} at all", "aucune trace de ceci : {0}", group.name));
}

bool holds_for(Bounds bounds, std::int64_t number) { return number >= bounds.least && number <= bounds.most; }

/// When the waits of a group begin and end. A submission can make a hundred thousand of them, so each question
/// takes a search and no walk.
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

/// One of them held up the loop: what happened beside it stood still.
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
    if (bounds.least == bounds.most) {
        return fails(
            say("{0} {1} instead of {2}", "{0} {1} au lieu de {2}", number, group.name, bounds.least),
            seen_at);
    }
    if (number < bounds.least) {
        return fails(say("{0} {1}; there should be {2} or more", "{0} {1} ; il en faudrait {2} ou plus",
                         number, group.name, bounds.least),
                     seen_at);
    }
    return fails(say("{0} {1}; there should be {2} or fewer", "{0} {1} ; il en faudrait {2} ou moins", number,
                     group.name, bounds.most),
                 seen_at);
}

Finding overlap(const Group& group) {
    if (group.waits.size() < 2) {
        return fails(say("{0} {1}: it takes two to overlap", "{0} {1} : il en faut deux pour se chevaucher",
                         group.waits.size(), group.name));
    }
    if (const auto blocking = one_that_blocks(group)) return *blocking;
    const Wait& first = *std::ranges::min_element(group.waits, {}, &Wait::end);
    const Wait& last = *std::ranges::max_element(group.waits, {}, &Wait::begin);
    if (last.begin < first.end) return holds();
    return fails(say("{0} began only at {1}, when {2} was over since {3}",
                     "{0} n'a commencé qu'à {1}, alors que {2} était finie depuis {3}", last.coroutine,
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
        return fails(say("{0} {1} at once; the limit is {2}", "{0} {1} à la fois ; la limite est {2}",
                         running, group.name, bounds.most),
                     starting.begin, starting.line);
    }
    if (most >= bounds.least) return holds();
    return fails(say("never more than {0} {1} at once; there should be {2}",
                     "jamais plus de {0} {1} à la fois ; il en faudrait {2}", most, group.name,
                     bounds.least));
}

Finding limit_used(const Group& group, int limit, Time begin) {
    if (group.waits.empty()) return there_are_none(group);
    const Moments moments(group);
    std::vector<Time> looked_at{begin};
    std::ranges::copy(moments.ends(), std::back_inserter(looked_at));
    std::ranges::sort(looked_at);
    for (const Time moment : looked_at) {
        const std::int64_t running = moments.under_way(moment);
        const std::int64_t waiting = moments.to_begin(moment);
        if (waiting == 0 || running >= limit) continue;
        return fails(say("at {0}, {1} of {2} slots were used although {4} were still to begin ({3})",
                         "à {0}, {1} places sur {2} servaient alors que des {4} restaient à commencer ({3})",
                         in_seconds(moment), running, limit, waiting, group.name),
                     moment);
    }
    return holds();
}

Finding before(const Group& first, const Group& then) {
    if (first.waits.empty()) return there_are_none(first);
    if (then.waits.empty()) return there_are_none(then);
    const Wait& ends = last_to_end(first);
    const Wait& begins = first_to_begin(then);
    if (begins.begin >= ends.end) return holds();
    return fails(say("{0} began at {1}, before {2} was done", "{0} a commencé à {1}, avant la fin de {2}",
                     begins.coroutine, in_seconds(begins.begin), ends.coroutine),
                 begins.begin, begins.line);
}

Finding after(const Group& group, const Group& others) { return before(others, group); }

Finding within(const Group& group, Time from, Time to) {
    if (group.waits.empty()) return there_are_none(group);
    for (const Wait& wait : group.waits) {
        if (wait.begin >= from && wait.end <= to) continue;
        return fails(
            say("{0} waited from {1} to {2}; it should lie between {3} and {4}",
                "{0} a attendu de {1} à {2} ; cela devrait se trouver entre {3} et {4}", wait.coroutine,
                in_seconds(wait.begin), in_seconds(wait.end), in_seconds(from), in_seconds(to)),
            wait.begin, wait.line);
    }
    return holds();
}

Finding finish_time(const CallSpan& call, Time least, Time most) {
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    const Time took = call.end - call.begin;
    if (took >= least && took <= most) return holds();
    if (least == most) {
        return fails(
            say("{0} returned after {1} instead of {2}", "{0} s'est terminée après {1} au lieu de {2}",
                call.function, in_seconds(took), in_seconds(least)),
            call.end);
    }
    const bool early = took < least;
    return fails(say(early ? "{0} returned after {1}, before {2} had passed"
                           : "{0} returned after {1}, later than {2}",
                     early ? "{0} s'est terminée après {1}, avant que {2} soient passées"
                           : "{0} s'est terminée après {1}, plus tard que {2}",
                     call.function, in_seconds(took), in_seconds(early ? least : most)),
                 call.end);
}

Finding order_kept(const std::vector<std::string>& texts, const std::vector<std::string>& wanted, Time at) {
    if (texts.size() != wanted.size()) {
        return fails(
            say("{0} texts instead of {1}", "{0} textes au lieu de {1}", texts.size(), wanted.size()), at);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (texts[i].find(wanted[i]) != std::string::npos) continue;
        return fails(
            say("answer {0} should be the one of {1}, and is \"{2}\"",
                "la réponse {0} devrait être celle de {1}, et c'est « {2} »", i + 1, wanted[i], texts[i]),
            at);
    }
    return holds();
}

Finding said_in_order(const Timeline& timeline, std::size_t call, const std::vector<std::string>& wanted) {
    std::string printed;
    for (const Print& print : timeline.prints) {
        if (print.call == call) printed += print.text;
    }
    const Time end = timeline.calls.at(call).end;
    std::size_t from = 0;
    for (const std::string& text : wanted) {
        const std::size_t found = printed.find(text, from);
        if (found != std::string::npos) {
            from = found + text.size();
        } else if (printed.find(text) == std::string::npos) {
            return fails(say("\"{0}\" was never printed", "« {0} » n'a jamais été affiché", text), end);
        } else {
            return fails(
                say("\"{0}\" was printed too early: not after all that should stand before it",
                    "« {0} » a été affiché trop tôt : pas après tout ce qui devrait le précéder", text),
                end);
        }
    }
    return holds();
}

}  // namespace grader
