#include "grader/timeline/timeline.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace grader {

namespace {

using protocol::Kind;

Wait wait_from(const Event& event, std::size_t index, std::size_t call) {
    Wait wait;
    wait.begin = event.at;
    wait.planned = Time(event.what.length_ns);
    wait.coroutine = event.what.name;
    wait.coroutine_id = event.what.coroutine_id;
    wait.task_id = event.what.task_id;
    wait.line = event.what.line;
    wait.call = call;
    wait.index = index;
    return wait;
}

Wait blocking_wait_from(const Event& event, std::size_t index, std::size_t call) {
    Wait wait = wait_from(event, index, call);
    wait.blocking = true;
    wait.in_what = event.what.detail;
    wait.end = wait.begin + wait.planned;
    wait.how = Wait::End::over;
    return wait;
}

}  // namespace

std::string CallSpan::result(std::string_view name) const {
    for (const auto& [known, value] : results) {
        if (known == name) return std::string(value);
    }
    return {};
}

std::vector<std::string> CallSpan::all_results(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [known, value] : results) {
        if (known == name) values.emplace_back(value);
    }
    return values;
}

namespace {

Wait::End how_ended(const Told& what) {
    return what.completion == protocol::Completion::cancelled ? Wait::End::cancelled : Wait::End::over;
}

/// Reads the events in their order.
class Builder {
public:
    Builder(Timeline& timeline, const Run& run) : timeline_(timeline), run_(run) {}

    void build() {
        for (index_ = 0; index_ < run_.events.size(); ++index_) take(run_.events[index_]);
        for (const auto& [coroutine, open] : sleeping_) timeline_.waits[open].end = run_.duration;
        for (const auto& [number, timeout] : timeouts_) {
            if (!timeout.for_signal) timeline_.waits[timeout.wait].index = no_wait;
        }
        std::erase_if(timeline_.waits, [](const Wait& wait) { return wait.index == no_wait; });
        find_disturbed();
    }

private:
    static constexpr std::size_t no_wait = static_cast<std::size_t>(-1);

    void find_disturbed() {
        Time busy_until{};
        auto wait = timeline_.waits.begin();
        for (std::size_t call = 1; call < timeline_.calls.size(); ++call) {
            for (; wait != timeline_.waits.end() && wait->call < call; ++wait)
                busy_until = std::max(busy_until, wait->end);
            timeline_.calls[call].disturbed = busy_until > timeline_.calls[call].begin;
        }
    }

    /// A timeout that is running: with a signal awaited in it, it may turn out to be a wait.
    struct Timeout {
        std::uint64_t number = 0;
        std::uint32_t task = 0;
        std::size_t wait = 0;  // its place among the waits
        bool for_signal = false;
    };

    std::size_t call() const { return timeline_.calls.empty() ? 0 : timeline_.calls.size() - 1; }

    void take(const Event& event) {
        const Told& what = event.what;
        switch (what.kind) {
            case Kind::sleep_began:
                sleeps_[what.coroutine_id] = {event.at, Time(what.length_ns), event.at, call()};
                if (!what.students) break;
                sleeping_[what.coroutine_id] = timeline_.waits.size();
                timeline_.waits.push_back(wait_from(event, index_, call()));
                break;
            case Kind::sleep_ended: end_sleep(event); break;
            case Kind::timeout_armed:
                limits_[what.subject] = {event.at, Time(what.length_ns), event.at, call()};
                if (what.students) arm(event);
                break;
            case Kind::timeout_expired:
            case Kind::timeout_disarmed: disarm(event); break;
            case Kind::wait_began: await(event); break;
            case Kind::wait_ended: end_await(event); break;
            case Kind::semaphore_acquired:
                if (what.students) acquire(event);
                break;
            case Kind::semaphore_released:
                if (what.students) release(event);
                break;
            case Kind::blocked: timeline_.waits.push_back(blocking_wait_from(event, index_, call())); break;
            case Kind::printed:
                timeline_.prints.push_back(
                    Print{event.at, what.detail, what.coroutine_id, what.task_id, call(), index_});
                break;
            default: take_call(event);
        }
    }

    void take_call(const Event& event) {
        const Told& what = event.what;
        if (what.kind == Kind::call_began) {
            CallSpan span;
            span.function = what.detail;
            span.begin = span.end = event.at;
            span.index = index_;
            timeline_.calls.push_back(std::move(span));
        } else if (what.kind == Kind::call_ended && !timeline_.calls.empty()) {
            timeline_.calls.back().end = event.at;
            timeline_.calls.back().completion = what.completion;
            timeline_.calls.back().error = what.detail;
        } else if (what.kind == Kind::result && !timeline_.calls.empty()) {
            timeline_.calls.back().results.emplace_back(what.name, what.detail);
        }
    }

    void end_sleep(const Event& event) {
        const Wait::End how = how_ended(event.what);
        if (how == Wait::End::over) fire(sleeps_, event.what.coroutine_id, event.at);
        sleeps_.erase(event.what.coroutine_id);
        const auto open = sleeping_.find(event.what.coroutine_id);
        if (open == sleeping_.end() || !event.what.students) return;
        Wait& wait = timeline_.waits[open->second];
        wait.end = event.at;
        wait.how = how;
        sleeping_.erase(open);
    }

    /// Every timer counts, whoever set it: a delay by a timer is not the submission's fault.
    void fire(const std::map<std::uint64_t, Timer>& timers, std::uint64_t which, Time at) {
        const auto set = timers.find(which);
        if (set == timers.end()) return;
        timeline_.timers.push_back(set->second);
        timeline_.timers.back().end = at;
    }

    void arm(const Event& event) {
        timeouts_[event.what.subject] = {event.what.subject, event.what.task_id, timeline_.waits.size(),
                                         false};
        timeline_.waits.push_back(wait_from(event, index_, call()));
        timeline_.waits.back().end = run_.duration;
        running_in_[event.what.task_id].insert(event.what.subject);
    }

    void await(const Event& event) {
        const auto of_task = running_in_.find(event.what.task_id);
        if (!aio::type_of(event.what.awaited).is_signal || of_task == running_in_.end() ||
            of_task->second.empty())
            return;
        timeouts_[*of_task->second.rbegin()].for_signal = true;
    }

    /// The awaited thing has come: the timeout was not a wait.
    void end_await(const Event& event) {
        const auto of_task = running_in_.find(event.what.task_id);
        if (of_task == running_in_.end() || of_task->second.empty()) return;
        if (aio::type_of(event.what.awaited).is_signal &&
            event.what.completion != protocol::Completion::cancelled)
            timeouts_[*of_task->second.rbegin()].for_signal = false;
    }

    void disarm(const Event& event) {
        const bool fired = event.what.kind == Kind::timeout_expired;
        if (fired) fire(limits_, event.what.subject, event.at);
        limits_.erase(event.what.subject);
        const auto known = timeouts_.find(event.what.subject);
        if (known == timeouts_.end()) return;
        Wait& wait = timeline_.waits[known->second.wait];
        wait.end = event.at;
        wait.how = fired ? Wait::End::over : Wait::End::cancelled;
        if (!known->second.for_signal) wait.index = no_wait;
        running_in_[known->second.task].erase(known->first);
        timeouts_.erase(known);
    }

    void acquire(const Event& event) {
        holding_[event.what.coroutine_id].push_back(timeline_.holds.size());
        timeline_.holds.push_back(
            {event.at, run_.duration, event.what.name, event.what.coroutine_id, index_});
    }

    /// The slot that the coroutine took last.
    void release(const Event& event) {
        std::vector<std::size_t>& held = holding_[event.what.coroutine_id];
        if (held.empty()) return;
        timeline_.holds[held.back()].end = event.at;
        held.pop_back();
    }

    Timeline& timeline_;
    const Run& run_;
    std::size_t index_ = 0;
    std::map<std::uint64_t, Timer> sleeps_;                      // under way, by their coroutine
    std::map<std::uint64_t, Timer> limits_;                      // timeouts, by their number
    std::map<std::uint32_t, std::size_t> sleeping_;              // coroutine → its open wait
    std::map<std::uint32_t, std::vector<std::size_t>> holding_;  // coroutine → its open holds
    std::map<std::uint64_t, Timeout> timeouts_;                  // by their number
    std::map<std::uint32_t, std::set<std::uint64_t>>
        running_in_;  // task → timeouts; the innermost has the largest number
};

}  // namespace

Timeline::Timeline(const Scenario& of_scenario, const Run& of_run) : scenario(&of_scenario), run(&of_run) {
    Builder(*this, of_run).build();
}

// One call follows the other, and so do their waits.
std::span<const Wait> Timeline::waits_in(std::size_t call) const {
    return std::ranges::equal_range(waits, call, {}, &Wait::call);
}

std::size_t Timeline::call_of(const Event& event) const {
    const auto index = static_cast<std::size_t>(&event - run->events.data());
    const auto after = std::ranges::upper_bound(calls, index, {}, &CallSpan::index);
    return after == calls.begin() ? 0 : static_cast<std::size_t>(after - calls.begin()) - 1;
}

}  // namespace grader
