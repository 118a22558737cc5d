#include "grader/rubric/planned_scenario.hpp"

#include "grader/rubric/measures.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <optional>
#include <variant>

namespace grader {

namespace {

constexpr std::int64_t most_number = 1'000'000'000;
constexpr std::int64_t most_time = 1'000'000'000'000'000;  // ns: more than eleven days
constexpr std::int64_t millisecond = 1'000'000;

bool is_one_line(const std::string& text) {
    return std::ranges::none_of(text, [](unsigned char c) { return c < 32 || c == 127; });
}

std::string read_code(const Entry& entry, Reading& reading) {
    std::string code = reading.text(entry);
    if (!is_one_line(code) || code.size() > 500) {
        reading.complain(entry, {"write this expression in one line of at most 500 characters",
                                 "écrivez cette expression en une ligne de 500 caractères au plus"});
    }
    return code;
}

PlannedCall read_call(const Entry& entry, Reading& reading) {
    if (entry.kind == Entry::Kind::text) return {read_code(entry, reading), {}};
    reading.only(entry, {"call", "gives"});
    return {read_code(reading.needed(entry, "call"), reading),
            read_code(reading.needed(entry, "gives"), reading)};
}

Quantity read_quantity(const Entry& entry, Reading& reading) {
    const std::string text =
        entry.kind == Entry::Kind::number ? std::to_string(entry.number) : reading.text(entry);
    const auto evaluated = evaluate(text, {});
    if (const auto* complaint = std::get_if<Text>(&evaluated)) {
        reading.complain(entry, say("\"{0}\": {1}", "« {0} » : {1}", text, *complaint));
        return {};
    }
    const auto quantity = std::get<Quantity>(evaluated);
    if (quantity.value < (quantity.is_time ? 0 : -most_number) ||
        quantity.value > (quantity.is_time ? most_time : most_number) ||
        (quantity.is_time && quantity.value % millisecond != 0)) {
        reading.complain(
            entry, {"a number of at most a billion, or a time of whole milliseconds and at most eleven days",
                    "un nombre d'un milliard au plus, ou un temps en millisecondes entières d'onze jours au "
                    "plus"});
    }
    return quantity;
}

PlannedValue read_value(const std::string& name, const Entry& entry, Reading& reading) {
    PlannedValue value;
    value.name = name;
    const bool is_name = !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
        return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '_';
    }) && std::isdigit(static_cast<unsigned char>(name.front())) == 0;
    if (!is_name) {
        reading.complain(entry, {"a value's name has small letters, digits and _ only",
                                 "le nom d'une valeur n'a que des minuscules, des chiffres et _"});
    }
    if (entry.kind != Entry::Kind::list || entry.items.size() != 2) {
        reading.complain(entry,
                         {"write the smallest and the largest value: [2, 9] or [\"0.5s\", \"2s\"]",
                          "écrivez la plus petite et la plus grande valeur : [2, 9] ou [\"0.5s\", \"2s\"]"});
        return value;
    }
    value.least = read_quantity(entry.items[0], reading);
    value.most = read_quantity(entry.items[1], reading);
    if (value.least.is_time != value.most.is_time || value.least.value > value.most.value) {
        reading.complain(entry,
                         {"the first is the smallest value, the second the largest, of the same kind",
                          "la première est la plus petite valeur, la seconde la plus grande, du même genre"});
    }
    return value;
}

Text usual_name(const PlannedScenario& planned) {
    std::string calls;
    for (const PlannedCall& call : planned.calls) calls += (calls.empty() ? "" : ", ") + call.text;
    return say("{0}{1}{2}", "{0}{1}{2}", calls,
               planned.late ? Text(", timers a little late", ", minuteurs un peu en retard") : Text(),
               planned.cancel_at.empty() ? Text()
                                         : say(", cancelled from outside after {0}",
                                               ", annulée de l'extérieur après {0}", planned.cancel_at));
}

std::int64_t draw_between(std::int64_t least, std::int64_t most, std::int64_t step, Draw& draw) {
    return least + draw.number(0, static_cast<int>((most - least) / step)) * step;
}

}  // namespace

PlannedScenario read_scenario(const Entry& entry, Reading& reading) {
    reading.only(entry, {"id", "name", "with", "calls", "late", "cancel_at"});
    PlannedScenario planned;
    planned.id = reading.text(reading.needed(entry, "id"));
    if (const Entry* values = entry.find("with")) {
        if (values->kind != Entry::Kind::object) reading.only(*values, {});
        for (std::size_t i = 0; i < values->items.size() && values->kind == Entry::Kind::object; ++i) {
            planned.values.push_back(read_value(values->keys[i], values->items[i], reading));
        }
    }
    for (const Entry& call : reading.list(reading.needed(entry, "calls"))) {
        planned.calls.push_back(read_call(call, reading));
    }
    if (const Entry* late = entry.find("late")) {
        planned.late = late->truth;
        if (late->kind != Entry::Kind::truth) reading.complain(*late, {"true or false", "true ou false"});
    }
    if (const Entry* cancel = entry.find("cancel_at")) {
        planned.cancel_at = reading.text(*cancel);
        const auto moment = evaluate(planned.cancel_at, least_values(planned));
        if (const auto* complaint = std::get_if<Text>(&moment)) {
            reading.complain(*cancel, say("\"{0}\": {1}", "« {0} » : {1}", planned.cancel_at, *complaint));
        } else if (!std::get<Quantity>(moment).is_time || std::get<Quantity>(moment).value <= 0) {
            reading.complain(
                *cancel, {"a time belongs here, such as 1.5s", "un temps est attendu ici, par exemple 1.5s"});
        }
    }
    const Entry* name = entry.find("name");
    planned.name = name != nullptr ? reading.in_both_languages(*name) : usual_name(planned);
    return planned;
}

Values draw_values(const PlannedScenario& planned, Draw& draw) {
    Values values;
    for (const PlannedValue& value : planned.values) {
        std::int64_t step = value.least.is_time ? 100 * millisecond : 1;
        if (value.least.is_time && (value.least.value % step != 0 || value.most.value % step != 0))
            step = millisecond;
        const std::int64_t drawn = draw_between(value.least.value, value.most.value, step, draw);
        values.emplace_back(value.name, written(Quantity{drawn, value.least.is_time}));
    }
    return values;
}

Values least_values(const PlannedScenario& planned) {
    Values values;
    for (const PlannedValue& value : planned.values) values.emplace_back(value.name, written(value.least));
    return values;
}

Scenario with_values(const PlannedScenario& planned, const Values& values, std::uint64_t seed) {
    Scenario scenario;
    scenario.id = planned.id;
    scenario.name = planned.name;
    for (const PlannedCall& call : planned.calls) scenario.script.calls.push_back({call.text, values});
    if (planned.late) scenario.script.late_seed = seed | 1;
    nlohmann::ordered_json inputs = nlohmann::ordered_json::object();
    for (const auto& [name, value] : values) {
        const auto evaluated = evaluate(value, {});
        const auto quantity = std::get<Quantity>(evaluated);
        if (quantity.is_time) {
            inputs[name + "_us"] = quantity.value / 1000;
        } else {
            inputs[name] = quantity.value;
        }
    }
    scenario.inputs_json = inputs.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (!planned.cancel_at.empty()) {
        const auto moment = evaluate(planned.cancel_at, values);
        if (const auto* quantity = std::get_if<Quantity>(&moment)) scenario.cancel_at = Time(quantity->value);
    }
    return scenario;
}

}  // namespace grader
