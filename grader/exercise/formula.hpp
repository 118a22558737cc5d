#pragma once

#include "grader/texts/text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace grader {

/// Names and their values, as in a call's arguments: "3", "1500000000ns", "true", or any text. A list is its
/// length, followed by its elements: {"delays", "2"}, {"delays.0", "1ns"}, {"delays.1", "7ns"}; so is a list
/// of structs: {"servers", "1"}, {"servers.0.name", "A"}, {"servers.0.delay", "1ns"}. An empty list is
/// followed by the kinds of its elements: {"delays", "0"}, {"delays.", "[time]"}; {"servers", "0"},
/// {"servers.name", "[text]"}.
using Values = std::vector<std::pair<std::string, std::string>>;

/// The value of a formula: one element, or a list of elements.
struct Quantity {
    enum class Kind : std::uint8_t { number, time, truth, text };

    static Quantity number(std::int64_t value) { return {Kind::number, false, {value}, {}}; }
    static Quantity time(std::int64_t nanoseconds) { return {Kind::time, false, {nanoseconds}, {}}; }
    static Quantity truth(bool value) { return {Kind::truth, false, {value ? 1 : 0}, {}}; }

    Kind kind = Kind::number;
    bool is_list = false;
    std::vector<std::int64_t> values{0};  ///< whole numbers, nanoseconds, or 0 and 1; of texts none
    std::vector<std::string> texts{};     ///< of texts

    std::size_t size() const { return kind == Kind::text ? texts.size() : values.size(); }
    /// For one element that is not a text.
    std::int64_t value() const { return values.empty() ? 0 : values.front(); }
    bool operator==(const Quantity&) const = default;
};

/// Null where there is none of that name.
const std::string* find_value(const Values& values, std::string_view name);

/// The text of this quantity, as Values holds it. Requires: it is not a list.
std::string written(const Quantity& quantity);

/// Reads what written() wrote, or any other text.
Quantity read_quantity(const std::string& text);

/// The elements of a list, such as "servers.name", found among the values.
std::vector<std::string> elements(const Values& values, std::string_view list);

/// The value of a formula of an exercise, or one sentence on what is wrong with it. A formula has numbers,
/// times such as 1.5s, 'texts', names, `servers.delay` (a list), + - * /, comparisons, and, or, not, min,
/// max, sum, count, size, any, all, ceil(a, b), brackets. An operation on a list applies to each of its
/// elements. Any bytes give a value or a sentence.
std::variant<Quantity, Text> evaluate(std::string_view formula, const Values& values);

/// The same; nothing where something is wrong with it.
std::optional<Quantity> worth_of(std::string_view formula, const Values& values);

/// Whether a condition holds of these values. An empty condition holds. A condition whose result is not a
/// single true or false does not hold.
bool is_true(std::string_view condition, const Values& values);

}  // namespace grader
