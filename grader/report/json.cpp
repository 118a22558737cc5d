#include "grader/report/json.hpp"

#include "grader/report/utf8.hpp"
#include "grader/report/verdict_parts.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <utility>

namespace grader {
namespace {

using Json = nlohmann::ordered_json;

void add(Json& object, const char* key, const std::string& text) {
    if (!text.empty()) {
        object[key] = valid_utf8(text);
    }
}

void add(Json& object, const char* key, std::uint32_t number) {
    if (number != 0) {
        object[key] = number;
    }
}

void add(Json& object, const char* key, std::optional<Microseconds> time) {
    if (time) {
        object[key] = time->count();
    }
}

Json score(std::int64_t points, std::int64_t max_points) {
    return {{"points", points}, {"max_points", max_points}};
}

Json submission(const SubmissionFacts& facts) {
    Json object{{"file", valid_utf8(facts.file)}};
    add(object, "sha256", facts.sha256);
    object["bytes"] = facts.bytes;
    return object;
}

Json check_object(const Check& check, Language language) {
    Json object{
        {"id", check.id},
        {"title", valid_utf8(check.title.in(language))},
        {"status", word(check.status)},
        {"points", check.points},
        {"max_points", check.max_points},
    };
    add(object, "expected", check.expected.in(language));
    add(object, "observed", check.observed.in(language));
    add(object, "hint", check.hint.in(language));
    add(object, "scenario", check.scenario);
    add(object, "inputs", check.inputs.in(language));
    add(object, "at_us", check.at);
    if (check.location && check.location->line != 0) {
        object["location"] = {{"file", valid_utf8(check.location->file)}, {"line", check.location->line}};
    }
    return object;
}

Json timeline_object(const TimelineEntry& entry) {
    Json object{{"at_us", entry.at.count()}, {"event", entry.event}};
    add(object, "coroutine", entry.coroutine);
    add(object, "coroutine_id", entry.coroutine_id);
    add(object, "task_id", entry.task_id);
    add(object, "line", entry.line);
    add(object, "for_us", entry.length);
    add(object, "detail", entry.detail);
    return object;
}

/// An empty object if the text is none; that would be the rubric's fault, and must not cost the verdict.
Json inputs_object(const std::string& inputs_json) {
    Json inputs = Json::parse(valid_utf8(inputs_json), nullptr, false);
    return inputs.is_object() ? inputs : Json::object();
}

Json scenario_object(const ScenarioReport& scenario) {
    Json object{
        {"id", valid_utf8(scenario.id)},
        {"name", valid_utf8(scenario.name)},
        {"inputs", inputs_object(scenario.inputs_json)},
        {"orders_tried", scenario.orders_tried},
        {"all_orders", scenario.all_orders},
        {"duration_us", scenario.duration.count()},
        {"timeline", Json::array()},
        {"output", Json::array()},
    };
    for (const auto& [function, arguments] : scenario.calls) {
        Json call{{"function", valid_utf8(function)}, {"arguments", Json::object()}};
        for (const auto& [name, value] : arguments) call["arguments"][name] = valid_utf8(value);
        object["calls"].push_back(std::move(call));
    }
    for (const auto& [choice, index] : scenario.order) {
        object["order"].push_back({{"choice", choice}, {"index", index}});
    }
    for (const TimelineEntry& entry : scenario.timeline) {
        object["timeline"].push_back(timeline_object(entry));
    }
    for (const OutputEntry& entry : scenario.output) {
        object["output"].push_back({{"at_us", entry.at.count()}, {"text", valid_utf8(entry.text)}});
    }
    if (scenario.shortened) {
        object["shortened"] = true;
    }
    return object;
}

Json diagnostic_object(const Diagnostic& diagnostic) {
    Json object{{"severity", word(diagnostic.severity)}};
    add(object, "file", diagnostic.file);
    add(object, "line", diagnostic.line);
    add(object, "column", diagnostic.column);
    object["message"] = valid_utf8(diagnostic.message);
    return object;
}

Json grader_object(const GraderFacts& facts) {
    Json object{{"version", facts.version}, {"seed", facts.seed}};
    add(object, "compiler", facts.compiler);
    object["language"] = facts.language.name();
    return object;
}

Json resources_object(const Resources& resources) {
    return {
        {"compile_wall_ms", resources.compile_wall_ms},
        {"run_cpu_ms", resources.run_cpu_ms},
        {"max_rss_kb", resources.max_rss_kb},
        {"contained_by", resources.contained_by},
    };
}

Json verdict_object(const Verdict& verdict) {
    const Language language = verdict.grader.language;
    Json object{{"format", "awaitlab-verdict/1"}};
    add(object, "exercise", verdict.exercise);
    object["submission"] = submission(verdict.submission);
    object["outcome"] = word(verdict.outcome);
    add(object, "reason", verdict.reason.in(language));
    object["score"] = score(verdict.points, verdict.max_points);
    object["checks"] = Json::array();
    for (const Check& check : verdict.checks) {
        object["checks"].push_back(check_object(check, language));
    }
    object["scenarios"] = Json::array();
    for (const ScenarioReport& scenario : verdict.scenarios) {
        object["scenarios"].push_back(scenario_object(scenario));
    }
    if (verdict.drawn_scenarios > 0) object["drawn_scenarios"] = verdict.drawn_scenarios;
    object["diagnostics"] = Json::array();
    for (const Diagnostic& diagnostic : verdict.diagnostics) {
        object["diagnostics"].push_back(diagnostic_object(diagnostic));
    }
    object["grader"] = grader_object(verdict.grader);
    object["resources"] = resources_object(verdict.resources);
    return object;
}

/// Two spaces a level, and a line end. Invalid UTF-8 that did not go through valid_utf8() is replaced here,
/// so that dump() does not throw.
std::string written(const Json& json) {
    return visible_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Json report_object(const std::vector<Verdict>& verdicts) {
    Json report{{"format", "awaitlab-report/1"}, {"verdicts", Json::array()}};
    for (const Verdict& verdict : verdicts) report["verdicts"].push_back(verdict_object(verdict));
    const Score sum = score_of(verdicts);
    report["score"] = score(sum.points, sum.max_points);
    return report;
}

std::string on_one_line(const Json& json) {
    return visible_json(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

std::string check_json(const Check& check, Language language) {
    return on_one_line(check_object(check, language));
}

std::string run_json(const ScenarioReport& scenario) {
    Json object = scenario_object(scenario);
    object.erase("orders_tried");
    object.erase("all_orders");
    return on_one_line(object);
}

std::string verdict_json(const Verdict& verdict) { return written(verdict_object(verdict)); }

std::string report_json(const std::vector<Verdict>& verdicts) { return written(report_object(verdicts)); }

std::string report_line(const std::vector<Verdict>& verdicts) { return on_one_line(report_object(verdicts)); }

}  // namespace grader
