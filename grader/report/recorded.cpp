#include "grader/report/recorded.hpp"

#include "grader/report/utf8.hpp"

#include <nlohmann/json.hpp>

namespace grader {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* verdict_format = "awaitlab-verdict/1";
constexpr const char* report_format = "awaitlab-report/1";

/// Reads values out of a JSON that may hold anything: what is missing or of another kind is empty.
std::string text(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t number(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

const Json& part(const Json& object, const char* key) {
    static const Json nothing;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() ? *found : nothing;
}

std::string without_counts_of_orders(Json scenario) {
    if (scenario.is_object()) {
        scenario.erase("orders_tried");
        scenario.erase("all_orders");
    }
    return scenario.dump(-1, ' ', false, Json::error_handler_t::replace);
}

RecordedScenario recorded_scenario(const Json& object) {
    RecordedScenario scenario;
    scenario.id = text(object, "id");
    scenario.name = text(object, "name");
    for (const Json& pick : part(object, "order")) {
        scenario.order.emplace_back(static_cast<std::uint32_t>(number(pick, "choice")),
                                    static_cast<std::uint32_t>(number(pick, "index")));
    }
    for (const Json& call : part(object, "calls")) {
        auto& [function, arguments] = scenario.calls.emplace_back();
        function = text(call, "function");
        for (const auto& [name, value] : part(call, "arguments").items()) {
            arguments.emplace_back(name, value.is_string() ? value.get<std::string>() : std::string());
        }
    }
    scenario.inputs_json = part(object, "inputs").dump(-1, ' ', false, Json::error_handler_t::replace);
    scenario.run_json = without_counts_of_orders(object);
    return scenario;
}

RecordedVerdict recorded_verdict(const Json& object) {
    RecordedVerdict verdict;
    verdict.exercise = text(object, "exercise");
    verdict.file = text(part(object, "submission"), "file");
    verdict.sha256 = text(part(object, "submission"), "sha256");
    verdict.seed = number(part(object, "grader"), "seed");
    if (text(part(object, "grader"), "language") == word(Language::french))
        verdict.language = Language::french;
    for (const Json& check : part(object, "checks")) {
        verdict.checks.push_back({text(check, "id"), text(check, "status"), text(check, "scenario"),
                                  text(check, "inputs"),
                                  check.dump(-1, ' ', false, Json::error_handler_t::replace)});
    }
    for (const Json& scenario : part(object, "scenarios")) {
        verdict.scenarios.push_back(recorded_scenario(scenario));
    }
    return verdict;
}

}  // namespace

std::variant<std::vector<RecordedVerdict>, Text> read_verdicts(const std::string& bytes,
                                                               const std::string& name) {
    const Json json = Json::parse(bytes, nullptr, false);
    const std::string format = text(json, "format");
    std::vector<RecordedVerdict> verdicts;
    if (format == verdict_format) {
        verdicts.push_back(recorded_verdict(json));
    } else if (format == report_format) {
        for (const Json& verdict : part(json, "verdicts"))
            if (verdict.is_object()) verdicts.push_back(recorded_verdict(verdict));
    }
    if (verdicts.empty()) {
        return say("{0} is no verdict: name a file that grade check --json wrote.",
                   "{0} n'est pas un verdict : nommez un fichier écrit par grade check --json.",
                   visible(name));
    }
    return verdicts;
}

}  // namespace grader
