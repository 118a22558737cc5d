#pragma once

#include "grader/exercise/formula.hpp"
#include "grader/exercise/json_value.hpp"

#include <optional>
#include <string>

namespace grader {

/// What a formula comes to with these values; nothing, and a complaint, where something is wrong with it, or
/// where there was a complaint before.
std::optional<Quantity> try_formula(const JsonValue& at, const std::string& formula, const Values& values,
                                    Reading& reading);

/// Whether a condition holds of these values. False, and a complaint, where it is no single truth. An empty
/// one holds.
bool try_condition(const JsonValue& at, const std::string& condition, const Values& values, Reading& reading);

}  // namespace grader
