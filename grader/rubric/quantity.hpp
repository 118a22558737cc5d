#pragma once

#include "grader/timeline/run.hpp"
#include "grader/verdict/text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace grader {

/// A whole number, or a length of time in nanoseconds.
struct Quantity {
    std::int64_t value = 0;
    bool is_time = false;
};

/// Names and what they stand for, as a call's arguments hold them: "3", or "1500000000ns".
using Values = std::vector<std::pair<std::string, std::string>>;

std::string written(Quantity quantity);

/// What a formula of a rubric comes to: "3", "1.5s", "250ms", the name of a value, + - * / and brackets,
/// min(a, b), max(a, b), and ceil(a, b), which is a / b rounded up. Or one sentence on what is wrong with it.
std::variant<Quantity, Text> evaluate(std::string_view formula, const Values& values);

}  // namespace grader
