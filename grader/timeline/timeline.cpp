#include "grader/timeline/timeline.hpp"

#include <algorithm>
#include <map>

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

Timeline::Timeline(const Scenario& of_scenario, const Run& of_run) : scenario(&of_scenario), run(&of_run) {
    std::map<std::uint32_t, std::size_t> sleeping;  // coroutine → its open wait
    for (std::size_t i = 0; i < of_run.events.size(); ++i) {
        const Event& event = of_run.events[i];
        const Told& what = event.what;
        const std::size_t call = calls.empty() ? 0 : calls.size() - 1;
        if (what.kind == Kind::sleep_began && what.students) {
            sleeping[what.coroutine_id] = waits.size();
            waits.push_back(wait_from(event, i, call));
        } else if (what.kind == Kind::sleep_ended && what.students) {
            const auto open = sleeping.find(what.coroutine_id);
            if (open == sleeping.end()) continue;
            Wait& wait = waits[open->second];
            wait.end = event.at;
            wait.how = what.outcome == protocol::Outcome::cancelled ? Wait::End::cancelled : Wait::End::over;
            sleeping.erase(open);
        } else if (what.kind == Kind::blocked) {
            waits.push_back(blocking_wait_from(event, i, call));
        } else if (what.kind == Kind::printed) {
            prints.push_back(Print{event.at, what.detail, what.coroutine_id, what.task_id, call, i});
        } else if (what.kind == Kind::call_began) {
            CallSpan span;
            span.function = what.detail;
            span.begin = span.end = event.at;
            calls.push_back(std::move(span));
        } else if (what.kind == Kind::call_ended && !calls.empty()) {
            calls.back().end = event.at;
            calls.back().outcome = what.outcome;
        } else if (what.kind == Kind::result && !calls.empty()) {
            calls.back().results.emplace_back(what.name, what.detail);
        }
    }
    for (const auto& [coroutine, open] : sleeping) waits[open].end = of_run.duration;
}

// One call follows the other, and so do their waits.
std::span<const Wait> Timeline::waits_in(std::size_t call) const {
    return std::ranges::equal_range(waits, call, {}, &Wait::call);
}

const Event* Timeline::first(Kind kind) const {
    const auto found =
        std::ranges::find_if(run->events, [kind](const Event& e) { return e.what.kind == kind; });
    return found == run->events.end() ? nullptr : &*found;
}

}  // namespace grader
