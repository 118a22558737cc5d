#pragma once

#include "grader/exercise/formula.hpp"
#include "grader/texts/text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The operations of formulas. Each gives a quantity, or one sentence on what is wrong.
namespace grader {

/// A billion seconds in nanoseconds, and room to add two of them.
inline constexpr std::int64_t largest_value = 1'000'000'000'000'000'000;

enum class Operation : std::uint8_t {
    either,
    both,
    less,
    at_most,
    more,
    at_least,
    same,
    other,
    plus,
    minus,
    times,
    divided
};

enum class Builtin : std::uint8_t { min, max, sum, count, size, any, all, ceil };

std::optional<Builtin> find_builtin(std::string_view name);

/// With a list on one side, combines each of its elements with the other side; with two lists of the same
/// length, element by element.
std::variant<Quantity, Text> combine(Operation operation, const Quantity& left, const Quantity& right);

/// Requires: at least one argument.
std::variant<Quantity, Text> call(Builtin builtin, const std::vector<Quantity>& arguments);

/// The same quantity, or a complaint that it is too large.
std::variant<Quantity, Text> bounded(Quantity quantity);

/// From elements as they are among Values; their kind is that of the first one.
Quantity list_of(const std::vector<std::string>& elements);

/// An empty list, of the kind that its text names: "[time]".
Quantity empty_list(std::string_view kind);
std::string_view kind_of_empty_list(Quantity::Kind kind);

}  // namespace grader
