#pragma once

#include "grader/exercise/domain.hpp"
#include "grader/exercise/json_value.hpp"
#include "grader/exercise/read_exercise.hpp"
#include "tests/grader/french.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// What a parameter may be, as an exercise.json says it.
namespace domains {

struct Read {
    grader::Domain domain;
    std::string complaint;  ///< in English; empty: there is none
};

/// The values of a JSON text; what is wrong with them is not asked.
inline grader::JsonValue parsed(const std::string& json) {
    grader::Expected<grader::JsonValue> result = grader::read_json(json, grader::exercise_json);
    REQUIRE(result);
    return std::move(*result);
}

inline Read read(const std::string& json) {
    grader::Reading reading(grader::exercise_json);
    Read result{grader::read_domain(parsed(json), reading), {}};
    result.complaint = reading.complaint().in(grader::Language::english);
    if (!reading.ok()) CHECK(reading.complaint().in(french()) != result.complaint);
    return result;
}

/// Of a text in which nothing is wrong.
inline grader::Domain of(const std::string& json) {
    Read result = read(json);
    REQUIRE_MESSAGE(result.complaint.empty(), result.complaint);
    return result.domain;
}

inline const std::string servers =
    R"({"list": [0, 12], "of": "Server", "fields": {"name": "text", "delay": ["1ns", "6s"]}})";

/// One of each kind that there is.
inline const std::vector<std::string> all_kinds{
    "[2, 9]",
    R"(["0.5s", "2s"])",
    "3",
    R"("1.5s")",
    "true",
    R"({"one_of": ["1s", "5s"]})",
    R"({"one_of": [1, 2, 30]})",
    R"({"one_of": ["Oslo", "São Tomé"]})",
    R"("text")",
    R"("truth")",
    R"({"list": [0, 12], "of": ["1s", "3s"]})",
    R"({"list": [2, 4], "of": "text"})",
    R"({"list": [0, 300], "of": [-5, 5]})",
    servers,
    R"({"struct": "Server", "fields": {"name": "text", "slots": [1, 3], "open": "truth"}})",
    R"({"list": [1, 3], "of": {"struct": "Server", "fields": {"name": "text"}}})",
    R"({"semaphore": [1, 3], "held_for": ["0s", "1s"]})",
    R"({"semaphore": [2, 2]})",
};

/// Whether a value may be drawn from it.
inline bool allows(const grader::Domain& domain, const grader::Input& input) {
    using Kind = grader::Input::Kind;
    if (input.kind != domain.kind) return false;
    if (!domain.one_of.empty()) return std::ranges::find(domain.one_of, input) != domain.one_of.end();
    const auto is_between = [&](std::int64_t value) { return value >= domain.least && value <= domain.most; };
    switch (domain.kind) {
        case Kind::number:
        case Kind::time:
            return is_between(input.value);
        case Kind::truth:
            return input.value == 0 || input.value == 1;
        case Kind::text:
            return true;
        case Kind::list:
            return is_between(static_cast<std::int64_t>(input.items.size())) &&
                   std::ranges::all_of(input.items, [&](const grader::Input& item) {
                       return allows(domain.item.front(), item);
                   });
        case Kind::record:
            return std::ranges::equal(
                input.fields, domain.fields, [](const auto& field, const auto& its_domain) {
                    return field.first == its_domain.first && allows(its_domain.second, field.second);
                });
        case Kind::semaphore:
            return is_between(input.value) && input.fields.size() == 2 && input.fields[0].second.value >= 0 &&
                   input.fields[0].second.value <= input.value &&
                   allows(domain.fields[0].second, input.fields[1].second);
    }
    return false;
}

}  // namespace domains
