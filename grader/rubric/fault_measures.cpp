#include "grader/rubric/measures.hpp"

#include <algorithm>
#include <span>

namespace grader {

using protocol::Kind;

namespace {

/// Who waits in a deadlock; a reader has seen enough of them by then.
constexpr std::size_t most_waiting_told = 10;

}  // namespace

Finding cancelled_at(const Group& group, Time moment) {
    bool any = false;
    for (const Wait& wait : group.waits) {
        if (wait.begin + wait.planned <= moment) continue;
        any = true;
        if (wait.how == Wait::End::cancelled && wait.end == moment) continue;
        if (wait.end < moment) {
            return fails(say("{0} was stopped at {1} already; it should have gone on until {2}",
                             "{0} a été arrêtée dès {1} ; elle devait continuer jusqu'à {2}", wait.coroutine,
                             in_seconds(wait.end), in_seconds(moment)),
                         wait.end, wait.line);
        }
        if (wait.end <
            moment + std::chrono::milliseconds(1)) {  // the end of the run stopped it, just after the call
            return fails(say("{0} should have been cancelled at {1}, and was left waiting",
                             "{0} aurait dû être annulée à {1}, et a été laissée en attente", wait.coroutine,
                             in_seconds(moment)),
                         moment, wait.line);
        }
        return fails(say("{0} should have been cancelled at {1}, and went on until {2}",
                         "{0} aurait dû être annulée à {1}, et a continué jusqu'à {2}", wait.coroutine,
                         in_seconds(moment), in_seconds(wait.end)),
                     moment, wait.line);
    }
    if (any) return holds();
    return fails(say("at {0} none of the {1} was under way", "à {0}, rien de tel n'était en cours ({1})",
                     in_seconds(moment), group.name),
                 moment);
}

std::optional<Finding> swallowed_cancellation(const CallSpan& call, Time moment) {
    if (call.outcome != protocol::Outcome::returned) return std::nullopt;
    if (call.end < moment) {
        return fails(say("{0} had returned at {1}, before it was cancelled at {2}",
                         "{0} s'était déjà terminée à {1}, avant d'être annulée à {2}", call.function,
                         in_seconds(call.end), in_seconds(moment)),
                     call.end);
    }
    return fails(
        say("{0} was cancelled at {1}, but returned as if nothing had happened: the CancelledError was "
            "swallowed",
            "{0} a été annulée à {1}, mais s'est terminée comme si de rien n'était : l'exception "
            "CancelledError a été avalée",
            call.function, in_seconds(moment)),
        moment);
}

std::optional<Finding> never_awaited(const Timeline& timeline) {
    const Event* dropped = timeline.first(Kind::never_awaited);
    if (dropped == nullptr) return std::nullopt;
    return fails(say("{0} was called, but never awaited: it did nothing",
                     "{0} a été appelée, mais jamais attendue avec co_await : elle n'a rien fait",
                     dropped->what.detail),
                 dropped->at, dropped->what.line);
}

const Event* task_left_behind(const Timeline& timeline) { return timeline.first(Kind::task_left_behind); }

std::optional<Finding> left_behind(const Timeline& timeline) {
    const Event* left = task_left_behind(timeline);
    if (left == nullptr) return std::nullopt;
    for (const Event& event : timeline.run->events) {
        if (event.what.kind != Kind::task_created || event.what.subject != left->what.subject) continue;
        if (event.what.detail.empty()) continue;
        return fails(say("{0} was still running when everything was over: nobody awaited its task",
                         "{0} tournait encore quand tout était fini : personne n'a attendu sa tâche",
                         event.what.detail),
                     left->at, event.what.line);
    }
    return fails(say("a task was left running", "une tâche tournait encore à la fin"), left->at);
}

std::optional<Finding> deadlocked(const Timeline& timeline) {
    const Event* first = nullptr;
    std::size_t waiting = 0;
    Text who;
    for (const Event& event : timeline.run->events) {
        const Told& what = event.what;
        if (what.kind != Kind::deadlocked || !what.students) continue;
        if (++waiting > most_waiting_told) continue;
        const Text waits = say("{0} waits for {1} (line {2})", "{0} attend {1} (ligne {2})", what.name,
                               what_is_awaited(what.detail), what.line);
        who = first == nullptr ? waits : say("{0}, {1}", "{0}, {1}", who, waits);
        if (first == nullptr) first = &event;
    }
    if (first == nullptr) return std::nullopt;
    if (waiting > most_waiting_told)
        who = say("{0}, and {1} more", "{0}, et {1} autres", who, waiting - most_waiting_told);
    return fails(say("everything waits, and nothing can ever wake it: {0}",
                     "tout attend, et rien ne pourra plus rien réveiller : {0}", who),
                 first->at, first->what.line);
}

Finding stopped_when_cancelled(const Timeline& timeline, std::size_t call, Time moment) {
    const CallSpan& span = timeline.calls.at(call);
    if (const auto blocked = blocked_the_loop(timeline, call)) return *blocked;
    const std::span<const Wait> waits = timeline.waits_in(call);
    const bool under_way = std::ranges::any_of(
        waits, [&](const Wait& wait) { return wait.begin <= moment && wait.begin + wait.planned > moment; });
    if (!under_way) {
        return fails(
            say("nothing was under way when {0} was cancelled, at {1}",
                "rien n'était en cours quand {0} a été annulée, à {1}", span.function, in_seconds(moment)),
            moment);
    }
    if (const auto swallowed = swallowed_cancellation(span, moment)) return *swallowed;
    if (span.outcome && *span.outcome == protocol::Outcome::raised) {
        return fails(say("{0} was cancelled at {1}, and another error than the CancelledError came out of it",
                         "{0} a été annulée à {1}, et une autre erreur que la CancelledError en est sortie",
                         span.function, in_seconds(moment)),
                     moment);
    }
    for (const Wait& wait : waits) {
        if (wait.end <= moment) continue;
        return fails(say("{0} was cancelled at {1}, but {2} went on waiting",
                         "{0} a été annulée à {1}, mais {2} a "
                         "continué d'attendre",
                         span.function, in_seconds(moment), wait.coroutine),
                     moment, wait.line);
    }
    if (span.end > moment || !span.outcome) {
        return fails(say("{0} was cancelled at {1}, and stopped only at {2}",
                         "{0} a été annulée à {1} et ne s'est arrêtée qu'à {2}", span.function,
                         in_seconds(moment), in_seconds(span.end)),
                     moment);
    }
    if (const Event* left = task_left_behind(timeline)) {
        return fails(say("{0} was cancelled at {1}, but left a task running",
                         "{0} a été annulée à {1}, mais a laissé une tâche en cours", span.function,
                         in_seconds(moment)),
                     left->at);
    }
    return holds();
}

}  // namespace grader
