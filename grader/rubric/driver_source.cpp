#include "grader/rubric/driver_source.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace grader {

namespace {

/// As a text in quotes in C++. Requires: one line.
std::string in_quotes(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string include(const std::string& header) { return "#include " + in_quotes(header); }

/// A coroutine of its own for each call, so that the names of one call's values mean nothing in another.
std::string make_call(std::size_t number, const PlannedCall& call, const std::vector<PlannedValue>& values) {
    std::string source = fmt::format(
        "aio::Coroutine<> call_{}([[maybe_unused]] child::Arguments arguments, child::Results& results) {{\n",
        number);
    for (const PlannedValue& value : values) {
        source += fmt::format("    [[maybe_unused]] const {0} {2} = arguments.{1}(\"{2}\");\n",
                              value.least.is_time ? "aio::Duration" : "int",
                              value.least.is_time ? "duration" : "number", value.name);
    }
    // An error in the call is then told with the call.
    const std::string line = fmt::format("\n#line 1 {}\n", in_quotes("the call " + call.text));
    if (call.gives.empty()) {
        return source +
               fmt::format("    co_await child::keep({0}{1}\n    , results);\n}}\n\n", line, call.text);
    }
    return source + fmt::format(
                        "    auto result = co_await ({0}{1}\n    );\n    child::write_result({0}{2}\n    , "
                        "results);\n}}\n\n",
                        line, call.text, call.gives);
}

}  // namespace

std::string driver_source(const std::string& exercise, const std::vector<PlannedScenario>& scenarios) {
    std::string calls;
    std::string perform;
    std::vector<std::string> known;
    for (const PlannedScenario& scenario : scenarios) {
        for (const PlannedCall& call : scenario.calls) {
            if (std::ranges::find(known, call.text) != known.end()) continue;
            known.push_back(call.text);
            calls += make_call(known.size(), call, scenario.values);
            perform += fmt::format(
                "    if (function == {}) {{\n        co_await call_{}(arguments, results);\n    }}\n",
                in_quotes(call.text), known.size());
        }
    }
    std::string live;
    if (!scenarios.empty()) {
        std::string values;
        for (const auto& [name, value] : least_values(scenarios.front())) {
            values += fmt::format("{{{}, {}}}, ", in_quotes(name), in_quotes(value));
        }
        live += fmt::format(
            "    const child::Arguments arguments(std::vector<std::pair<std::string, std::string>>{{{}}});\n",
            values);
        for (const PlannedCall& call : scenarios.front().calls) {
            live += fmt::format("    co_await call_with_results({}, arguments);\n", in_quotes(call.text));
        }
    }
    return fmt::format(R"({3}
{4}

#include <iostream>

using namespace std::chrono_literals;

namespace {{

{0}}}  // namespace

namespace child {{

aio::Coroutine<> perform(std::string function, Arguments arguments, Results& results) {{
{1}    co_return;
}}

namespace {{

aio::Coroutine<> call_with_results(std::string function, Arguments arguments) {{
    Results results;
    co_await perform(function, arguments, results);
    for (const auto& [name, value] : results.values()) std::cout << function << " gave \"" << value << "\"\n";
}}

}}  // namespace

aio::Coroutine<> perform_live() {{
{2}}}

}}  // namespace child
)",
                       calls, perform, live, include("exercises/" + exercise + "/" + exercise + ".hpp"),
                       include("grader/child/written.hpp"));
}

}  // namespace grader
