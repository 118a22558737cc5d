#include "grader/report/trace.hpp"

#include "grader/report/shown_scenario.hpp"
#include "grader/report/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace grader {

namespace {

using Json = nlohmann::ordered_json;

const char* category(SpanEntry::Kind kind) {
    switch (kind) {
        case SpanEntry::Kind::sleep: return "waits";
        case SpanEntry::Kind::blocked: return "blocks the loop";
        case SpanEntry::Kind::held: break;
    }
    return "holds a slot";
}

/// The name of a process, or of a thread in it.
Json name_event(const char* what, int process, std::uint32_t thread, const std::string& name) {
    return {{"ph", "M"},
            {"name", what},
            {"pid", process},
            {"tid", thread},
            {"args", {{"name", valid_utf8(name)}}}};
}

void add(Json& events, const ScenarioReport& scenario, const std::string& title, int process) {
    events.push_back(name_event("process_name", process, 0, title));
    for (const Row& row : rows_of(scenario)) {
        events.push_back(name_event("thread_name", process, row.coroutine_id, row.name));
        for (const SpanEntry& span : row.spans) {
            events.push_back({{"ph", "X"},
                              {"name", category(span.kind)},
                              {"ts", span.begin.count()},
                              {"dur", std::max<std::int64_t>(0, (span.end - span.begin).count())},
                              {"pid", process},
                              {"tid", row.coroutine_id},
                              {"args", {{"stopped before its end", span.cut_short}}}});
        }
    }
    for (const TimelineEntry& entry : scenario.timeline) {
        Json event{{"ph", "i"},           {"s", "t"},
                   {"name", entry.event}, {"ts", entry.at.count()},
                   {"pid", process},      {"tid", entry.coroutine_id}};
        if (entry.line != 0) event["args"]["line"] = entry.line;
        if (!entry.detail.empty()) event["args"]["detail"] = valid_utf8(entry.detail);
        events.push_back(std::move(event));
    }
}

}  // namespace

std::string report_trace(const std::vector<Verdict>& verdicts, const std::vector<std::string>&) {
    Json events = Json::array();
    int process = 0;
    for (const Verdict& verdict : verdicts) {
        for (const ScenarioReport& scenario : verdict.scenarios)
            add(events, scenario, verdict.submission.file + ", " + scenario.name, ++process);
    }
    const Json trace{{"displayTimeUnit", "ms"}, {"traceEvents", std::move(events)}};
    return visible_json(trace.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace grader
