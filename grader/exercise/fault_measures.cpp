#include "grader/exercise/measures.hpp"

#include "grader/exercise/words.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace grader {

using protocol::Kind;

namespace {

/// The most waiting coroutines to name in a deadlock; more do not help a reader.
constexpr std::size_t most_waiting_told = 10;

}  // namespace

Finding cancelled_at(const Group& group, Time moment) {
    bool any = false;
    for (const Wait& wait : group.waits) {
        // A wait made of pieces may just have ended one piece.
        any = any || wait.end == moment;
        if (wait.begin + wait.planned <= moment) continue;
        any = true;
        if (wait.how == Wait::End::cancelled && wait.end == moment) continue;
        if (wait.end < moment) {
            return fails(say("{0} was stopped at {1} already; it should have gone on until {2}",
                             wait.coroutine, in_seconds(wait.end), in_seconds(moment)),
                         wait.end, wait.line);
        }
        if (wait.end <
            moment + std::chrono::milliseconds(1)) {  // the end of the run stopped it, just after the call
            return fails(say("{0} should have been cancelled at {1}, and was left waiting", wait.coroutine,
                             in_seconds(moment)),
                         moment, wait.line);
        }
        return fails(say("{0} should have been cancelled at {1}, and went on until {2}", wait.coroutine,
                         in_seconds(moment), in_seconds(wait.end)),
                     moment, wait.line);
    }
    if (any) return holds();
    return fails(say("at {0} none of the {1} was under way", in_seconds(moment), group.many), moment);
}

std::optional<Finding> swallowed_cancellation(const Timeline& here, std::size_t call) {
    const CallSpan& span = here.calls.at(call);
    if (span.completion != protocol::Completion::returned) return std::nullopt;
    const Time moment = span.begin + *here.scenario->cancel_at.at(call);
    if (span.end < moment) {
        return fails(say("{0} had returned at {1}, before it was cancelled at {2}", span.function,
                         in_seconds(span.end), in_seconds(moment)),
                     span.end);
    }
    return fails(say("{0} was cancelled at {1}, but returned as if nothing had happened: the CancelledError "
                     "was swallowed",
                     span.function, in_seconds(moment)),
                 moment);
}

std::optional<Finding> never_awaited(const Timeline& here, std::size_t call) {
    for (const Event& event : here.run->events) {
        if (event.what.kind != Kind::never_awaited || here.call_of(event) != call) continue;
        return fails(say("{0} was called, but never awaited: it did nothing", event.what.detail), event.at,
                     event.what.line);
    }
    return std::nullopt;
}

namespace {

/// The event that made a task which was still there when the calls were over, and which this call had
/// started; null when there is none.
const Event* left_by(const Timeline& here, std::size_t call) {
    std::map<std::uint64_t, const Event*> made;
    for (const Event& event : here.run->events) {
        if (event.what.kind == Kind::task_created && here.call_of(event) == call)
            made[event.what.subject] = &event;
        if (event.what.kind != Kind::task_left_behind) continue;
        const auto found = made.find(event.what.subject);
        if (found != made.end()) return found->second;
    }
    return nullptr;
}

}  // namespace

std::optional<Finding> left_behind(const Timeline& here, std::size_t call) {
    const Event* left = left_by(here, call);
    if (left == nullptr) return std::nullopt;
    const Time end = here.calls.at(call).end;
    if (left->what.detail.empty()) return fails(say("a task was left running"), end);
    return fails(
        say("{0} was still running when everything was over: nobody awaited its task", left->what.detail),
        end, left->what.line);
}

std::optional<Finding> deadlocked(const Timeline& timeline, std::size_t call) {
    const Event* first = nullptr;
    std::size_t waiting = 0;
    Text who;
    for (const Event& event : timeline.run->events) {
        const Told& what = event.what;
        if (what.kind != Kind::deadlocked || !what.students || timeline.call_of(event) != call) continue;
        if (++waiting > most_waiting_told) continue;
        who = joined(who, ", ",
                     say("{0} waits for {1} (line {2})", what.name, what_is_awaited(what), what.line));
        if (first == nullptr) first = &event;
    }
    if (first == nullptr) return std::nullopt;
    if (waiting > most_waiting_told) who = say("{0}, and {1} more", who, waiting - most_waiting_told);
    return fails(say("everything waits, and nothing can ever wake it: {0}", who), first->at,
                 first->what.line);
}

Finding stopped_when_cancelled(const Timeline& here, std::size_t call) {
    const CallSpan& span = here.calls.at(call);
    const Time moment = span.begin + *here.scenario->cancel_at.at(call);
    if (const auto blocked = blocked_the_loop(here, call)) return *blocked;
    // Being too fast is the subject of another criterion.
    if (span.completion == protocol::Completion::returned && span.end < moment)
        return says_nothing(swallowed_cancellation(here, call)->observed, span.end);
    if (const auto swallowed = swallowed_cancellation(here, call)) return *swallowed;
    if (span.completion && *span.completion == protocol::Completion::raised) {
        return fails(
            say("{0} was cancelled at {1}, and another error than the CancelledError came out of it: {2}",
                span.function, in_seconds(moment), span.error),
            moment);
    }
    for (const Wait& wait : here.waits_in(call)) {
        if (wait.end <= moment) continue;
        return fails(say("{0} was cancelled at {1}, but {2} went on waiting", span.function,
                         in_seconds(moment), wait.coroutine),
                     moment, wait.line);
    }
    if (span.end > moment || !span.completion) {
        return fails(say("{0} was cancelled at {1}, and stopped only at {2}", span.function,
                         in_seconds(moment), in_seconds(span.end)),
                     moment);
    }
    if (left_by(here, call) != nullptr) {
        return fails(
            say("{0} was cancelled at {1}, but left a task running", span.function, in_seconds(moment)),
            moment);
    }
    for (const auto& [name, value] : span.results) {
        if (!name.ends_with(".given_back") || value != "no") continue;
        return fails(say("{0} was cancelled at {1}, and its slot was not given back", span.function,
                         in_seconds(moment)),
                     moment);
    }
    return holds();
}

}  // namespace grader
