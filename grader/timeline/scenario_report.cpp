#include "grader/timeline/scenario_report.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace grader {

namespace {

using protocol::Kind;

/// More is for machines to read, and they can ask for a replay: a crawl of 200 pages has 1,500.
constexpr std::size_t most_entries = 2000;
constexpr std::size_t most_output = 32'000;  // bytes; a crawl of 200 pages prints 10,000
constexpr std::size_t most_prints = 2000;    // a crawl of 200 pages prints 400 times
constexpr std::size_t most_detail = 300;     // bytes of one entry's name, and of its detail
constexpr std::size_t most_texts = 100'000;  // bytes of all of these; a crawl of 200 pages has 40,000

const char* word(Kind kind) {
    switch (kind) {
        case Kind::coroutine_began:
            return "coroutine_began";
        case Kind::coroutine_ended:
            return "coroutine_ended";
        case Kind::task_created:
            return "task_created";
        case Kind::task_ended:
            return "task_ended";
        case Kind::cancel_requested:
            return "cancel_requested";
        case Kind::sleep_began:
            return "sleep_began";
        case Kind::sleep_ended:
            return "sleep_ended";
        case Kind::yielded:
            return "yielded";
        case Kind::wait_began:
            return "wait_began";
        case Kind::wait_ended:
            return "wait_ended";
        case Kind::timeout_armed:
            return "timeout_armed";
        case Kind::timeout_expired:
            return "timeout_expired";
        case Kind::timeout_disarmed:
            return "timeout_disarmed";
        case Kind::semaphore_created:
            return "semaphore_created";
        case Kind::semaphore_wait_began:
            return "semaphore_wait_began";
        case Kind::semaphore_acquired:
            return "semaphore_acquired";
        case Kind::semaphore_wait_ended:
            return "semaphore_wait_ended";
        case Kind::semaphore_released:
            return "semaphore_released";
        case Kind::never_awaited:
            return "never_awaited";
        case Kind::error_never_retrieved:
            return "error_never_retrieved";
        case Kind::task_left_behind:
            return "task_left_behind";
        case Kind::deadlocked:
            return "deadlocked";
        case Kind::printed:
            return "printed";
        case Kind::blocked:
            return "blocked";
        case Kind::thread_started:
            return "thread_started";
        case Kind::stuck:
            return "stuck";
        case Kind::crashed:
            return "crashed";
        case Kind::call_began:
            return "call_began";
        case Kind::call_ended:
            return "call_ended";
        case Kind::result:
            return "result";
        case Kind::asks:
            return "asks";
        case Kind::finished:
            return "finished";
        case Kind::offered:
            return "offered";
        case Kind::overtook:
            return "overtook";
    }
    return "";
}

bool is_shown(const Told& what) {
    switch (what.kind) {
        case Kind::printed:  // stands among the output
        case Kind::asks:
        case Kind::finished:
        case Kind::offered:
            return false;
        case Kind::overtook:
        case Kind::stuck:
        case Kind::crashed:
        case Kind::call_began:
        case Kind::call_ended:
        case Kind::result:
        case Kind::task_left_behind:
        case Kind::timeout_expired:
        case Kind::never_awaited:
        case Kind::error_never_retrieved:
            return true;
        default:
            return what.students;
    }
}

Microseconds whole(Time time) { return std::chrono::floor<Microseconds>(time); }

TimelineEntry entry_for(const Event& event) {
    const Told& what = event.what;
    TimelineEntry entry;
    entry.at = whole(event.at);
    entry.event = word(what.kind);
    entry.coroutine = what.name.str().substr(0, most_detail);
    entry.coroutine_id = what.coroutine_id;
    entry.task_id = what.task_id;
    entry.line = what.line;
    if (what.length_ns != 0) entry.length = whole(Time(what.length_ns));
    entry.detail = what.detail.str().substr(0, most_detail);
    return entry;
}

}  // namespace

ScenarioReport report(const Scenario& scenario, const Run& run, Language language) {
    ScenarioReport shown;
    shown.id = scenario.id;
    shown.name = scenario.name.in(language);
    shown.inputs_json = scenario.inputs_json;
    shown.duration = whole(run.duration);
    for (const protocol::Pick& pick : scenario.script.order)
        shown.order.emplace_back(pick.choice, pick.index);
    if (scenario.made_smaller) {
        for (std::size_t i = 0; i < scenario.script.calls.size(); ++i) {
            const protocol::Call& call = scenario.script.calls[i];
            auto& arguments = shown.calls.emplace_back(call.function, call.arguments).second;
            if (scenario.is_cancelled(i))
                arguments.emplace_back("cancelled_at", std::to_string(scenario.cancel_at[i]->count()) + "ns");
            if (scenario.script.late_seed != 0) arguments.emplace_back("late", "true");
        }
    }
    std::size_t output = 0;
    std::size_t texts = 0;
    for (const Event& event : run.events) {
        if (event.what.kind == Kind::printed && !event.what.detail.empty()) {
            const std::size_t room = shown.output.size() < most_prints ? most_output - output : 0;
            const std::string text = event.what.detail.str().substr(0, room);
            output += text.size();
            shown.shortened = shown.shortened || text.size() < event.what.detail.size();
            if (!text.empty()) shown.output.push_back(OutputEntry{whole(event.at), text});
        }
        if (!is_shown(event.what)) continue;
        if (shown.timeline.size() < most_entries && texts <= most_texts) {
            TimelineEntry entry = entry_for(event);
            texts += entry.coroutine.size() + entry.detail.size();
            if (texts <= most_texts) {
                shown.timeline.push_back(std::move(entry));
                continue;
            }
        }
        shown.shortened = true;
    }
    return shown;
}

}  // namespace grader
