#include "grader/timeline/scenario_report.hpp"

#include "grader/timeline/timeline.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace grader {

namespace {

using protocol::Kind;
using protocol::Shown;

/// Nobody reads more than this: a crawl of 200 pages has 1,500.
constexpr std::size_t most_entries = 2000;
constexpr std::size_t most_output = 32'000;  // bytes; a crawl of 200 pages prints 10,000
constexpr std::size_t most_prints = 2000;    // a crawl of 200 pages prints 400 times
constexpr std::size_t most_detail = 300;     // bytes of one entry's name, and of its detail
constexpr std::size_t most_texts = 100'000;  // bytes of all of these; a crawl of 200 pages has 40,000

bool is_shown(const Told& what) {
    const Shown shown = protocol::type_of(what.kind).shown;
    return shown == Shown::always || (shown == Shown::of_submission && what.students);
}

TimelineEntry entry_for(const Event& event) {
    const Told& what = event.what;
    TimelineEntry entry;
    entry.at = whole(event.at);
    entry.event = protocol::type_of(what.kind).word;
    entry.coroutine = what.name.str().substr(0, most_detail);
    entry.coroutine_id = what.coroutine_id;
    entry.task_id = what.task_id;
    entry.line = what.line;
    if (what.length_ns != 0) entry.length = whole(Time(what.length_ns));
    const bool waits = what.kind == Kind::deadlocked;
    entry.detail =
        (waits ? what_is_awaited(what).in(Language::english) : what.detail.str()).substr(0, most_detail);
    return entry;
}

SpanEntry span_of(const Wait& wait) {
    return {.kind = wait.blocking ? SpanEntry::Kind::blocked : SpanEntry::Kind::sleep,
            .coroutine = std::string(wait.coroutine.substr(0, most_detail)),
            .coroutine_id = wait.coroutine_id,
            .begin = whole(wait.begin),
            .end = whole(wait.end),
            .cut_short = wait.planned > wait.end - wait.begin};
}

SpanEntry span_of(const Hold& hold) {
    return {.kind = SpanEntry::Kind::held,
            .coroutine = std::string(hold.coroutine.substr(0, most_detail)),
            .coroutine_id = hold.coroutine_id,
            .begin = whole(hold.begin),
            .end = whole(hold.end)};
}

/// What a reader sees of the waits: the submission's own sleeps, and each time that it stopped the loop. A
/// loop that watches the clock is recorded in many small steps; they are joined into one wait.
std::vector<Wait> waits_to_show(const Timeline& timeline) {
    std::vector<Wait> shown;
    std::map<std::uint32_t, std::size_t> blocked;  // coroutine → its last one
    for (const Wait& wait : timeline.waits) {
        const Told& what = timeline.run->events[wait.index].what;
        if (what.kind == Kind::timeout_armed || !is_shown(what) || (wait.blocking && wait.planned == Time{}))
            continue;
        if (wait.blocking) {
            const auto [last, is_first] = blocked.try_emplace(wait.coroutine_id, shown.size());
            if (!is_first && shown[last->second].end == wait.begin) {
                shown[last->second].planned += wait.planned;
                shown[last->second].end = wait.end;
                continue;
            }
            last->second = shown.size();
        }
        shown.push_back(wait);
    }
    return shown;
}

std::vector<SpanEntry> spans_of(const Timeline& timeline) {
    std::vector<SpanEntry> spans;
    auto hold = timeline.holds.begin();
    const auto add_holds_before = [&](std::size_t index) {
        for (; hold != timeline.holds.end() && hold->index < index; ++hold) spans.push_back(span_of(*hold));
    };
    for (const Wait& wait : waits_to_show(timeline)) {
        add_holds_before(wait.index);
        spans.push_back(span_of(wait));
    }
    add_holds_before(timeline.run->events.size());
    if (spans.size() > most_entries) spans.resize(most_entries);
    return spans;
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
    if (scenario.made_simpler) {
        for (std::size_t i = 0; i < scenario.script.calls.size(); ++i) {
            const protocol::Call& call = scenario.script.calls[i];
            auto& arguments = shown.calls.emplace_back(call.function, call.arguments).second;
            if (scenario.is_cancelled(i))
                arguments.emplace_back("cancelled_at", std::to_string(scenario.cancel_at[i]->count()) + "ns");
            if (scenario.script.late_seed != 0) arguments.emplace_back("late", "true");
        }
    }
    shown.spans = spans_of(Timeline(scenario, run));
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
