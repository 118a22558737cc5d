#include "grader/exercise/scenarios.hpp"

#include "grader/texts/duration_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace grader {

namespace {

Text words_of(const PlannedCall& call, bool with_its_name) {
    Text words = in_words(*call.function, call.inputs);
    if (with_its_name)
        words =
            words.empty() ? say("{0}()", call.function->name) : say("{0}(): {1}", call.function->name, words);
    if (!call.cancel_at) return words;
    const Text moment = duration_text(*call.cancel_at);
    if (words.empty()) return say("cancelled after {0}", moment);
    return say("{0}, cancelled after {1}", words, moment);
}

Scenario::Facts facts_about(const PlannedCall& call, bool late, bool second) {
    Scenario::Facts facts = facts_of(*call.function, call.inputs);
    facts.emplace_back("cancelled", call.cancel_at ? "true" : "false");
    facts.emplace_back("cancelled_at",
                       written(Quantity::time(call.cancel_at.value_or(Time::zero()).count())));
    facts.emplace_back("late", late ? "true" : "false");
    facts.emplace_back("second", second ? "true" : "false");
    return facts;
}

}  // namespace

Scenario make_scenario(std::string id, Text name, const std::vector<PlannedCall>& calls,
                       std::uint64_t late_seed) {
    Scenario made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.script.late_seed = late_seed;
    nlohmann::ordered_json inputs = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const PlannedCall& call = calls[i];
        made.script.calls.push_back({call.function->name, values_of(call.inputs, call.function->parameters)});
        made.facts.push_back(facts_about(call, late_seed != 0, i > 0));
        made.cancel_at.push_back(call.cancel_at);
        nlohmann::ordered_json one = nlohmann::ordered_json::parse(as_json(call.inputs));
        if (call.cancel_at) one["cancelled_after_us"] = call.cancel_at->count() / 1000;
        if (calls.size() > 1) one = {{"call", call.function->name}, {"inputs", std::move(one)}};
        inputs.push_back(std::move(one));
        made.inputs = joined(made.inputs, say("; then "), words_of(call, calls.size() > 1));
    }
    made.inputs_json =
        calls.size() == 1 ? inputs.front().dump() : nlohmann::ordered_json{{"calls", inputs}}.dump();
    return made;
}

Scenario read_scenario(const JsonValue& entry, const std::vector<Function>& functions, Reading& reading) {
    reading.only(entry, {"id", "name", "calls"});
    std::vector<PlannedCall> calls;
    const std::string id = reading.text(reading.needed(entry, "id"));
    for (const JsonValue& one : reading.list(reading.needed(entry, "calls"))) {
        reading.only(one, {"call", "with"});
        const JsonValue& named = reading.needed(one, "call");
        const Function* function = find_function(functions, reading.text(named));
        if (function == nullptr) {
            reading.complain(named, say("this function is not among \"functions\""));
            continue;
        }
        PlannedCall call{function, {}};
        const JsonValue none;
        const JsonValue& with =
            function->parameters.empty() && one.find("with") == nullptr ? none : reading.needed(one, "with");
        std::vector<std::string_view> names;
        for (const auto& [name, domain] : function->parameters) names.emplace_back(name);
        if (!names.empty()) reading.only(with, names);
        for (const auto& [name, domain] : function->parameters)
            call.inputs.emplace_back(name, read_input(reading.needed(with, name), domain, reading));
        if (reading.ok()) calls.push_back(std::move(call));
    }
    if (!reading.ok()) return {};
    const JsonValue* name = entry.find("name");
    return make_scenario(id, name != nullptr ? reading.in_languages(*name) : Text(id), calls);
}

std::vector<Scenario> smaller_scenarios(const Scenario& scenario, const std::vector<Function>& functions) {
    std::vector<PlannedCall> calls;
    for (std::size_t i = 0; i < scenario.script.calls.size(); ++i) {
        const protocol::Call& call = scenario.script.calls[i];
        const Function* function = find_function(functions, call.function);
        if (function == nullptr) return {};
        calls.push_back({function, inputs_from(call.arguments, function->parameters)});
        if (scenario.is_cancelled(i)) calls.back().cancel_at = scenario.cancel_at[i];
    }
    std::vector<Scenario> all;
    const auto add = [&](const std::vector<PlannedCall>& fewer, std::uint64_t late_seed) {
        Scenario smaller = make_scenario(scenario.id, scenario.name, fewer, late_seed);
        // The comparison with the same call alone is only possible if the call's inputs are unchanged.
        if (smaller.script.calls.back().arguments == scenario.script.calls.back().arguments)
            smaller.alone = scenario.alone;
        all.push_back(std::move(smaller));
    };
    const std::uint64_t late_seed = scenario.script.late_seed;
    for (std::size_t i = 0; i < calls.size() && calls.size() > 1; ++i) {
        std::vector<PlannedCall> fewer = calls;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        add(fewer, late_seed);
    }
    if (late_seed != 0) add(calls, 0);
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const std::vector<std::pair<std::string, Domain>>& parameters = calls[i].function->parameters;
        for (std::size_t p = 0; p < parameters.size(); ++p) {
            for (Input& input : simpler_inputs(calls[i].inputs[p].second, parameters[p].second)) {
                std::vector<PlannedCall> simpler = calls;
                simpler[i].inputs[p].second = std::move(input);
                const auto length =
                    lasts(*calls[i].function, facts_of(*calls[i].function, simpler[i].inputs));
                if (calls[i].cancel_at && length && Time(*length) <= *calls[i].cancel_at) continue;
                add(simpler, late_seed);
            }
        }
    }
    return all;
}

}  // namespace grader
