#include "grader/exercise/scenarios.hpp"

#include "grader/exercise/shown_calls.hpp"

#include <algorithm>
#include <utility>

namespace grader {

namespace {

Values values_of(const PlannedCall& call) { return values_of(call.inputs, call.function->parameters); }

/// `values`: those of the call, which come first.
Scenario::Facts facts_about(const PlannedScenario& planned, std::size_t which, Values values) {
    const PlannedCall& call = planned.calls[which];
    Scenario::Facts facts = with_lets(*call.function, std::move(values));
    facts.emplace_back("cancelled", call.cancel_at ? "true" : "false");
    facts.emplace_back("cancelled_at",
                       written(Quantity::time(call.cancel_at.value_or(Time::zero()).count())));
    facts.emplace_back("late", planned.late_seed != 0 ? "true" : "false");
    facts.emplace_back("second", which > 0 ? "true" : "false");
    return facts;
}

}  // namespace

std::vector<Scenario::Facts> facts_of(const PlannedScenario& planned) {
    std::vector<Scenario::Facts> facts;
    for (std::size_t i = 0; i < planned.calls.size(); ++i)
        facts.push_back(facts_about(planned, i, values_of(planned.calls[i])));
    return facts;
}

Scenario make_scenario(const PlannedScenario& planned) {
    Scenario made;
    made.id = planned.id;
    made.name = planned.name;
    made.script.late_seed = planned.late_seed;
    for (std::size_t i = 0; i < planned.calls.size(); ++i) {
        const PlannedCall& call = planned.calls[i];
        Values values = values_of(call);
        made.facts.push_back(facts_about(planned, i, values));
        made.script.calls.push_back({call.function->name, std::move(values)});
        made.cancel_at.push_back(call.cancel_at);
    }
    made.inputs = in_words(planned.calls);
    made.inputs_json = as_json(planned.calls);
    made.alone = planned.alone;
    return made;
}

std::vector<Scenario> make_all(const std::vector<PlannedScenario>& planned) {
    std::vector<Scenario> all;
    for (const PlannedScenario& one : planned) all.push_back(make_scenario(one));
    return all;
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
    return make_scenario({id, name != nullptr ? reading.in_languages(*name) : Text(id), std::move(calls)});
}

std::vector<Scenario> simpler_scenarios(const Scenario& scenario, const std::vector<Function>& functions) {
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
        Scenario simpler = make_scenario({scenario.id, scenario.name, fewer, late_seed});
        // The comparison with the same call alone is only possible if the call's inputs are unchanged.
        if (simpler.script.calls.back().arguments == scenario.script.calls.back().arguments)
            simpler.alone = scenario.alone;
        all.push_back(std::move(simpler));
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
