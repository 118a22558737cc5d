#include "grader/exercise/measures.hpp"

#include "grader/exercise/formula.hpp"
#include "grader/exercise/words.hpp"

#include <algorithm>
#include <chrono>
#include <span>
#include <utility>

namespace grader {

using namespace std::chrono_literals;
using protocol::Kind;

namespace {

bool uses_thread(const Timeline& here, std::size_t call) {
    return std::ranges::any_of(here.run->events, [&](const Event& event) {
        return event.what.kind == Kind::thread_started && here.call_of(event) == call;
    });
}

/// The reason why a call has no result: it threw an error, or it never ended.
Text no_end_of_its_own(const CallSpan& call) {
    if (call.completion && *call.completion == protocol::Completion::raised)
        return say("{0} threw an error: {1}", call.function, call.error);
    if (call.completion && *call.completion == protocol::Completion::cancelled)
        return say("a CancelledError came out of {0}, though nobody had cancelled it", call.function);
    return say("{0} did not return", call.function);
}

}  // namespace

std::optional<Finding> did_not_return(const CallSpan& call) {
    if (call.completion == protocol::Completion::returned && call.result("throws").empty())
        return std::nullopt;
    if (!call.result("throws").empty())
        return fails(say("{0} threw an error: {1}", call.function, call.result("throws")), call.end);
    return fails(no_end_of_its_own(call), call.end);
}

Finding throws_error(const CallSpan& call, const std::string& text) {
    const std::string error = call.result("throws");
    if (!error.empty() && error.find(text) != std::string::npos) return holds();
    if (!error.empty()) return fails(say("{0} threw another error: {1}", call.function, error), call.end);
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    return fails(say("{0} returned instead of throwing an error", call.function), call.end);
}

Finding finish_time(const CallSpan& call, Time least, Time most) {
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    const Time took = call.end - call.begin;
    if (took >= least && took <= most) return holds();
    if (least == most) {
        return fails(
            say("{0} returned after {1} instead of {2}", call.function, in_seconds(took), in_seconds(least)),
            call.end);
    }
    const bool early = took < least;
    return fails(say(early ? "{0} returned after {1}, before {2} had passed"
                           : "{0} returned after {1}, later than {2}",
                     call.function, in_seconds(took), in_seconds(early ? least : most)),
                 call.end);
}

Finding returns_when_done(const Timeline& here, std::size_t call, const Group& group) {
    constexpr Time patience = 100ms;
    const CallSpan& span = here.calls.at(call);
    if (const auto unfinished = did_not_return(span)) return *unfinished;
    Time done = span.begin;
    for (const Wait& wait : group.waits) done = std::max(done, wait.end);
    if (span.end <= done + patience + lateness_in(here, call)) return holds();
    return fails(say("all was done at {0}, {1} returned at {2}", in_seconds(done), span.function,
                     in_seconds(span.end)),
                 span.end);
}

Finding blocks(const Wait& wait) {
    if (wait.planned == Time::zero()) {
        return fails(say("{0} held up the loop at line {1} ({2}): nothing else can run until that has an end",
                         wait.coroutine, wait.line, kind_of_call(wait.in_what)),
                     wait.begin, wait.line);
    }
    return fails(
        say("{0} blocked the loop for {1} at line {2} ({3}): nothing else could run; use co_await aio::sleep",
            wait.coroutine, in_seconds(wait.planned), wait.line, kind_of_call(wait.in_what)),
        wait.begin, wait.line);
}

std::optional<Finding> blocked_the_loop(const Timeline& here, std::size_t call) {
    for (const Wait& wait : here.waits_in(call)) {
        if (wait.blocking) return blocks(wait);
    }
    return std::nullopt;
}

Finding waited_exactly(const Timeline& here, std::size_t call, Time length) {
    if (const auto blocked = blocked_the_loop(here, call)) return *blocked;
    const CallSpan& span = here.calls.at(call);
    if (const auto unfinished = did_not_return(span)) return *unfinished;
    const Time took = span.end - span.begin;
    if (took >= length && took <= length + lateness_in(here, call)) return holds();
    const std::span<const Wait> waits = here.waits_in(call);
    if (uses_thread(here, call)) {
        return fails(
            say("{0} waited in a thread, which does not count; use co_await aio::sleep", span.function),
            span.begin);
    }
    if (waits.empty()) return fails(say("{0} did not wait at all", span.function), span.begin);
    return fails(say("{0} took {1} instead of {2}", span.function, in_seconds(took), in_seconds(length)),
                 span.end, waits.front().line);
}

Finding said_at_begin_and_end(const Timeline& here, std::size_t call) {
    const std::span<const Wait> waits = here.waits_in(call);
    const CallSpan& span = here.calls.at(call);
    Time last_end = span.begin;
    for (const Wait& wait : waits) last_end = std::max(last_end, wait.end);
    bool at_begin = false;
    bool at_end = false;
    for (const Print& print : here.prints) {
        if (print.call != call) continue;
        if (print.at == span.begin && (waits.empty() || print.index < waits.front().index)) at_begin = true;
        if (!waits.empty() && print.index > waits.back().index && print.at == last_end) at_end = true;
    }
    if (!at_begin) return fails(say("{0} printed nothing when it began", span.function), span.begin);
    if (at_end) return holds();
    return fails(say("{0} printed nothing once its wait was over", span.function), span.end);
}

Finding said_between(const Timeline& here, Time from, Time to) {
    const auto next = std::ranges::lower_bound(here.prints, from, {}, &Print::at);
    if (next != here.prints.end() && next->at <= to) return holds();
    return fails(say("nothing was printed at {0}", in_seconds(from)), from);
}

Finding said_in_order(const Timeline& here, std::size_t call, const std::vector<std::string>& wanted) {
    std::string printed;
    for (const Print& print : here.prints) {
        if (print.call == call) printed += print.text;
    }
    const Time end = here.calls.at(call).end;
    std::size_t from = 0;
    for (const std::string& text : wanted) {
        const std::size_t found = printed.find(text, from);
        if (found != std::string::npos) {
            from = found + text.size();
        } else if (printed.find(text) == std::string::npos) {
            return fails(say("\"{0}\" was never printed", text), end);
        } else {
            return fails(say("\"{0}\" was printed too early: not after all that should come before it", text),
                         end);
        }
    }
    return holds();
}

namespace {

/// Begin and end of each of a call's waits, counted from its own begin.
std::vector<std::pair<Time, Time>> shape(const Timeline& timeline, std::size_t call) {
    std::vector<std::pair<Time, Time>> waits;
    const Time begin = timeline.calls.at(call).begin;
    for (const Wait& wait : timeline.waits_in(call)) waits.emplace_back(wait.begin - begin, wait.end - begin);
    std::ranges::sort(waits);
    return waits;
}

/// Whether the call did something that can be compared. "given_back" does not count: even a call that does
/// nothing has it.
bool does_something(const CallSpan& call, const std::vector<std::pair<Time, Time>>& waits) {
    return !waits.empty() || std::ranges::any_of(call.results, [](const auto& one) {
        return !one.first.ends_with(".given_back");
    });
}

}  // namespace

Finding same_as_alone(const Timeline& here, std::size_t call, const Timelines& all) {
    const CallSpan& span = here.calls.at(call);
    const bool is_last = call + 1 == here.scenario->script.calls.size();
    const auto compared = all.find(here.scenario->alone);
    if (!is_last || here.scenario->alone.empty() || compared == all.end() || compared->second.calls.empty())
        return says_nothing(say("there is nothing to compare this call with"), span.begin);
    const Timeline& alone = compared->second;
    const CallSpan& span_alone = alone.calls.front();
    const auto waits = shape(here, call);
    const auto waits_alone = shape(alone, 0);
    const Time took = span.end - span.begin;
    const Time took_alone = span_alone.end - span_alone.begin;
    if (waits != waits_alone || took != took_alone || span.completion != span_alone.completion) {
        return fails(say("the same call has {0} waits in {1} alone, and {2} in {3} after another call",
                         waits_alone.size(), in_seconds(took_alone), waits.size(), in_seconds(took)),
                     span.begin);
    }
    if (span.results != span_alone.results) {
        return fails(say("after another call, the call does not give the same result as alone"), span.end);
    }
    if (!does_something(span, waits))
        return says_nothing(say("{0} did not wait at all", span.function), span.begin);
    return holds();
}

Finding holds_slot(const Timeline& here, std::size_t call, const Group& group, const std::string& what) {
    if (const auto blocked = blocked_the_loop(here, call)) return *blocked;
    const CallSpan& span = here.calls.at(call);
    if (group.waits.empty()) return fails(say("{0} did not wait", span.function), span.begin);
    const Values& facts = here.scenario->facts.at(call);
    const auto fact = [&facts](const std::string& name) {
        const std::string* found = find_value(facts, name);
        return found == nullptr ? 0 : read_quantity(*found).value();
    };
    const bool none_free = fact(what + "_held") == fact(what);
    const Time free_at = span.begin + (none_free ? Time(fact(what + "_held_for")) : Time::zero());
    const Wait& wait = group.waits.front();
    if (wait.begin < free_at) {
        return fails(say("{0} began at {1}, but no slot was free before {2}", span.function,
                         in_seconds(wait.begin), in_seconds(free_at)),
                     wait.begin, wait.line);
    }
    if (wait.begin > free_at && here.scenario->script.late_seed == 0) {
        return fails(say("a slot was free from {0} on, {1} began only at {2}", in_seconds(free_at),
                         span.function, in_seconds(wait.begin)),
                     wait.begin, wait.line);
    }
    bool taken = false;
    bool given_back = false;
    for (std::size_t i = span.index; i < here.run->events.size(); ++i) {
        const Event& event = here.run->events[i];
        if (event.what.kind == Kind::call_ended) break;
        if (event.what.kind == Kind::semaphore_acquired && event.what.students && i < wait.index)
            taken = true;
        if (event.what.kind != Kind::semaphore_released) continue;
        if (event.what.students && taken && event.at < wait.end) {
            return fails(say("the slot was given back at {0}, the wait was over at {1}", in_seconds(event.at),
                             in_seconds(wait.end)),
                         event.at, wait.line);
        }
        if (i > wait.index && event.at == wait.end) given_back = true;
    }
    if (!taken) return fails(say("{0} took no slot before it waited", span.function), wait.begin, wait.line);
    if (given_back && span.result(what + ".given_back") != "no") return holds();
    return fails(say("the slot was not given back when the wait was over, at {0}", in_seconds(wait.end)),
                 span.end, wait.line);
}

}  // namespace grader
