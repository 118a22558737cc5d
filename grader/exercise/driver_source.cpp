#include "grader/exercise/driver_source.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace grader {

namespace {

/// As a text in quotes in C++.
std::string in_quotes(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (static_cast<unsigned char>(c) < 32 || c == 127) {
            quoted += fmt::format("\\{:03o}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

std::string type_of(const Domain& domain) {
    switch (domain.kind) {
        case Input::Kind::time: return "aio::Duration";
        case Input::Kind::truth: return "bool";
        case Input::Kind::text: return "std::string";
        case Input::Kind::record: return domain.type;
        case Input::Kind::list: return "std::vector<" + type_of(domain.item.front()) + ">";
        default: return "int";
    }
}

/// The expression that takes an argument; `name` is an expression, too.
std::string taken(const Domain& domain, const std::string& name) {
    switch (domain.kind) {
        case Input::Kind::time: return "arguments.duration(" + name + ")";
        case Input::Kind::truth: return "arguments.truth(" + name + ")";
        case Input::Kind::text: return "arguments.text(" + name + ")";
        case Input::Kind::record: {
            std::string fields;
            for (const auto& [field, its_domain] : domain.fields)
                fields +=
                    (fields.empty() ? "" : ", ") + taken(its_domain, name + " + " + in_quotes("." + field));
            return domain.type + "{" + fields + "}";
        }
        default: return "arguments.number(" + name + ")";
    }
}

/// The variables that hold the arguments, and the list of them in the call.
struct Taken {
    std::string variables;
    std::string call;
    std::string semaphores;
};

Taken take_all(const Function& function) {
    Taken all;
    for (const auto& [name, domain] : function.parameters) {
        const std::string text = "std::string(" + in_quotes(name) + ")";
        if (domain.kind == Input::Kind::list) {
            all.variables += fmt::format(
                "    {0} {1};\n    for (int i = 0; i < arguments.number({2}); ++i) {1}.push_back({3});\n",
                type_of(domain), name, text,
                taken(domain.item.front(), text + " + \".\" + std::to_string(i)"));
        } else if (domain.kind == Input::Kind::semaphore) {
            all.variables += fmt::format(
                "    aio::Semaphore {0}(arguments.number({1}));\n    child::Holders {0}_holders;\n    "
                "co_await "
                "{0}_holders.take({0}, arguments.number({1} + \"_held\"), arguments.duration({1} + "
                "\"_held_for\"));\n",
                name, text);
            all.semaphores += fmt::format(
                "    co_await {0}_holders.leave();\n    const bool {0}_free = co_await child::all_free({0}, "
                "arguments.number({1}));\n"
                "    results.add({1} + \".given_back\", std::string({0}_free ? \"yes\" : \"no\"));\n",
                name, text);
        } else {
            all.variables += fmt::format("    {0} {1} = {2};\n", type_of(domain), name, taken(domain, text));
        }
        const bool is_passed_on = domain.kind != Input::Kind::semaphore;
        all.call += (all.call.empty() ? "" : ", ") + (is_passed_on ? "std::move(" + name + ")" : name);
    }
    return all;
}

/// A compile error in the call is reported with the call's name.
std::string make_call(const Function& function, const Taken& taken_ones) {
    const std::string call = fmt::format("\n#line 1 {}\n{}({})\n", in_quotes("the call of " + function.name),
                                         function.name, taken_ones.call);
    if (function.returns.empty()) return "        co_await child::keep(" + call + "    , results);\n";
    std::string source = "        auto result = co_await (" + call + "    );\n";
    for (const auto& [name, expression] : function.returns) {
        source += fmt::format("        child::write_result({}, (\n#line 1 {}\n{}\n    ), results);\n",
                              in_quotes(name), in_quotes("\"returns\" of " + function.name), expression);
    }
    return source;
}

std::string call_function(std::size_t number, const Function& function, bool throws) {
    const Taken taken_ones = take_all(function);
    std::string source = fmt::format(
        "aio::Coroutine<> call_{}([[maybe_unused]] child::Arguments arguments, [[maybe_unused]] "
        "child::Results& results) {{\n{}",
        number, taken_ones.variables);
    const bool cleans_up = !taken_ones.semaphores.empty();
    if (cleans_up) source += "    std::exception_ptr error;\n";
    if (throws || cleans_up) source += "    try {\n";
    source += make_call(function, taken_ones);
    if (throws)
        source +=
            "    } catch (const std::exception& thrown) {\n        results.add(\"throws\", "
            "child::what(thrown));\n";
    if (cleans_up) source += "    } catch (...) {\n        error = std::current_exception();\n";
    if (throws || cleans_up) source += "    }\n";
    source += taken_ones.semaphores;
    if (cleans_up) source += "    if (error) std::rethrow_exception(error);\n";
    return source + "}\n\n";
}

std::string live_calls(const Scenario& scenario) {
    std::string source;
    for (const protocol::Call& call : scenario.script.calls) {
        std::string values;
        for (const auto& [name, value] : call.arguments)
            values += fmt::format("{{{}, {}}}, ", in_quotes(name), in_quotes(value));
        source += fmt::format(
            "    co_await call_with_results({}, child::Arguments(std::vector<std::pair<std::string, "
            "std::string>>{{{}}}));\n",
            in_quotes(call.function), values);
    }
    return source;
}

}  // namespace

std::string driver_source(const Exercise& exercise) {
    std::string calls;
    std::string perform;
    for (std::size_t i = 0; i < exercise.functions.size(); ++i) {
        const Function& function = exercise.functions[i];
        const bool throws = std::ranges::find(exercise.throwing, function.name) != exercise.throwing.end();
        calls += call_function(i, function, throws);
        perform +=
            fmt::format("    if (function == {}) {{\n        co_await call_{}(arguments, results);\n    }}\n",
                        in_quotes(function.name), i);
    }
    const std::vector<Scenario> first =
        exercise.of_statement.empty() ? exercise.scenarios(1) : exercise.of_statement;
    const std::string live = first.empty() ? "" : live_calls(first.front());
    return fmt::format(
        R"({3}
{4}

#include <exception>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

namespace {{

{0}}}  // namespace

namespace child {{

const bool header_waits = {5};

aio::Coroutine<> perform(std::string function, Arguments arguments, Results& results) {{
{1}    co_return;
}}

namespace {{

aio::Coroutine<> call_with_results(std::string function, Arguments arguments) {{
    Results results;
    co_await perform(function, arguments, results);
    for (const auto& [name, value] : results.values()) tell_result(function, name, value);
}}

}}  // namespace

aio::Coroutine<> perform_live() {{
{2}    co_return;
}}

}}  // namespace child
)",
        calls, perform, live, "#include " + in_quotes(exercise.include_path()),
        "#include " + in_quotes("grader/child/call_results.hpp"), exercise.header_waits ? "true" : "false");
}

}  // namespace grader
