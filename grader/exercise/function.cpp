#include "grader/exercise/function.hpp"

#include "grader/exercise/tried_formula.hpp"
#include "grader/intake/cpp_text.hpp"

#include <algorithm>

namespace grader {

namespace {

bool is_one_line(const std::string& text) {
    return std::ranges::none_of(text, [](unsigned char c) { return c < 32 || c == 127; });
}

void need_name(const JsonValue& at, const std::string& name, Reading& reading) {
    constexpr std::string_view reserved[] = {"cancelled", "cancelled_at", "late", "second", "true",
                                             "false",     "and",          "or",   "not"};
    if (!is_name(name, ":") || std::ranges::find(reserved, name) != std::ranges::end(reserved))
        reading.complain(at, say("\"{0}\" cannot be a name here", name));
}

void read_parameters(const JsonValue& entry, Function& function, Reading& reading) {
    for (const auto& [name, value] : reading.members(entry)) {
        need_name(*value, name, reading);
        function.parameters.emplace_back(name, read_domain(*value, reading));
    }
}

std::vector<std::pair<std::string, std::string>> read_named_texts(const JsonValue& entry, bool for_formulas,
                                                                  Reading& reading) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& [name, value] : reading.members(entry)) {
        if (for_formulas) need_name(*value, name, reading);
        std::string text = reading.text(*value);
        if (!is_one_line(text) || text.size() > 500)
            reading.complain(*value, say("write this expression in one line of at most 500 characters"));
        all.emplace_back(name, std::move(text));
    }
    return all;
}

/// Whether the values of both are written alike.
bool are_alike(const Domain& one, const Domain& other) {
    return one.kind == other.kind && one.type == other.type &&
           std::ranges::equal(one.item, other.item, are_alike) &&
           std::ranges::equal(one.fields, other.fields, [](const auto& a, const auto& b) {
               return a.first == b.first && are_alike(a.second, b.second);
           });
}

/// The entry for one parameter in a case: a list of values for a list, a formula for a number or a time, or a
/// domain.
void read_choice(const JsonValue& entry, const std::string& name, const Domain& usual, Case& read,
                 Reading& reading) {
    const bool is_plain = usual.kind == Input::Kind::number || usual.kind == Input::Kind::time;
    if (is_plain && entry.kind == JsonValue::Kind::text) {
        read.following[name] = reading.text(entry);
        return;
    }
    const bool is_value = usual.kind == Input::Kind::text || usual.kind == Input::Kind::truth ||
                          (usual.kind == Input::Kind::list && entry.kind == JsonValue::Kind::list) ||
                          (usual.kind == Input::Kind::record && entry.find("struct") == nullptr) ||
                          (usual.kind == Input::Kind::semaphore && entry.find("semaphore") == nullptr);
    if (is_value && entry.find("one_of") == nullptr) {
        Domain constant = usual;
        constant.one_of = {read_input(entry, usual, reading)};
        read.with.emplace(name, std::move(constant));
        return;
    }
    if (usual.kind == Input::Kind::list && entry.find("list") != nullptr && entry.find("of") == nullptr) {
        Domain other = usual;  // another length, and the same elements
        reading.only(entry, {"list"});
        const Domain length = read_domain(*entry.find("list"), reading);
        if (length.kind != Input::Kind::number || length.least < 0 || length.most > 300)
            reading.complain(entry, say("two numbers from 0 to 300 belong here"));
        other.least = length.least;
        other.most = length.most;
        other.one_of.clear();
        read.with.emplace(name, std::move(other));
        return;
    }
    Domain other = read_domain(entry, reading);
    if (!are_alike(other, usual) && reading.ok())
        reading.complain(entry, say("this is not of the parameter's kind"));
    read.with.emplace(name, std::move(other));
}

Case read_case(const JsonValue& entry, const Function& function, std::size_t number, Reading& reading) {
    reading.only(entry, {"name", "with", "when"});
    Case read;
    const JsonValue* name = entry.find("name");
    read.name = name != nullptr ? reading.in_languages(*name) : say("{0}, case {1}", function.name, number);
    read.when = reading.text_or(entry, "when", "");
    if (const JsonValue* with = entry.find("with")) {
        for (const auto& [parameter, value] : reading.members(*with)) {
            const auto known =
                std::ranges::find(function.parameters, parameter, &std::pair<std::string, Domain>::first);
            if (known == function.parameters.end()) {
                reading.complain(*value, say("{0} has no parameter of this name", function.name));
                return read;
            }
            read_choice(*value, known->first, known->second, read, reading);
        }
    }
    return read;
}

void try_case(const JsonValue& entry, const Function& function, const Case& one, Draw& draw,
              Reading& reading) {
    const Case only_drawn{one.name, one.with, {}, {}};
    const Inputs inputs = draw_inputs(function, &only_drawn, draw).value_or(Inputs());
    if (one.when.empty() && one.following.empty()) return;
    const Values values = facts_of(function, inputs);
    if (!one.when.empty()) try_condition(*entry.find("when"), one.when, values, reading);
    for (const auto& [name, formula] : one.following) {
        const JsonValue& at = *entry.find("with")->find(name);
        const auto worth = try_formula(at, formula, values, reading);
        const auto parameter =
            std::ranges::find(function.parameters, name, &std::pair<std::string, Domain>::first);
        const auto kind =
            parameter->second.kind == Input::Kind::time ? Quantity::Kind::time : Quantity::Kind::number;
        if (worth && (worth->kind != kind || worth->is_list))
            reading.complain(at, say("this is not of the parameter's kind"));
    }
}

/// Tries every formula that uses inputs with some drawn inputs.
void try_all(const JsonValue& entry, const Function& function, Reading& reading) {
    if (!reading.ok()) return;
    Draw draw(1);
    for (int i = 0; i < 20 && reading.ok(); ++i) {
        Values values =
            values_of(draw_inputs(function, nullptr, draw).value_or(Inputs()), function.parameters);
        for (const auto& [name, formula] : function.lets) {
            const auto worth = try_formula(*entry.find("let"), formula, values, reading);
            if (worth && worth->is_list)
                reading.complain(*entry.find("let"),
                                 say("{0} is a list: take max, min, sum, count or size of it", name));
            if (worth) values.emplace_back(name, written(*worth));
        }
        if (!function.lasts.empty()) {
            const auto worth = try_formula(*entry.find("lasts"), function.lasts, values, reading);
            if (worth && (worth->kind != Quantity::Kind::time || worth->is_list))
                reading.complain(*entry.find("lasts"),
                                 say("\"{0}\": a time belongs here, such as 1.5s", function.lasts));
        }
        for (std::size_t c = 0; c < function.cases.size(); ++c)
            try_case(entry.find("cases")->items[c], function, function.cases[c], draw, reading);
    }
    for (std::size_t i = 0; i < function.cases.size() && reading.ok(); ++i) {
        if (draw_inputs(function, &function.cases[i], draw)) continue;
        reading.complain(entry.find("cases")->items[i],
                         say("no drawn inputs fulfil this case: restrict the parameters with \"with\""));
    }
}

Function read_function(const std::string& name, const JsonValue& entry, Reading& reading) {
    reading.only(entry, {"parameters", "let", "lasts", "returns", "cases", "inputs", "late", "cancelled"});
    Function function;
    function.name = name;
    need_name(entry, name, reading);
    if (const JsonValue* parameters = entry.find("parameters"))
        read_parameters(*parameters, function, reading);
    if (const JsonValue* lets = entry.find("let")) function.lets = read_named_texts(*lets, true, reading);
    if (const JsonValue* returns = entry.find("returns"))
        function.returns = read_named_texts(*returns, false, reading);
    function.lasts = reading.text_or(entry, "lasts", "");
    if (const JsonValue* shown = entry.find("inputs")) function.shown = reading.in_languages(*shown);
    function.late = reading.truth_or(entry, "late", true);
    function.cancelled = reading.truth_or(entry, "cancelled", true);
    if (const JsonValue* cases = entry.find("cases")) {
        for (const JsonValue& one : reading.list(*cases))
            function.cases.push_back(read_case(one, function, function.cases.size() + 1, reading));
    }
    try_all(entry, function, reading);
    return function;
}

}  // namespace

std::vector<Function> read_functions(const JsonValue& entry, Reading& reading) {
    std::vector<Function> functions;
    if (entry.kind != JsonValue::Kind::object || entry.items.empty())
        reading.complain(entry, say("an object belongs here, with the functions that are called"));
    for (const auto& [name, value] : reading.members(entry))
        functions.push_back(read_function(name, *value, reading));
    return functions;
}

const Function* find_function(const std::vector<Function>& functions, const std::string& name) {
    const auto found = std::ranges::find(functions, name, &Function::name);
    return found == functions.end() ? nullptr : &*found;
}

}  // namespace grader
