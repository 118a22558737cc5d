#include "grader/exercise/quantity_arithmetic.hpp"

#include <algorithm>
#include <utility>

namespace grader {

namespace {

using Kind = Quantity::Kind;

Text times_and_numbers() { return say("a time and a number do not go together: write 2s, not 2"); }

Text truth_needed() {
    return say("and, or, not, count, any and all need conditions, such as size(list) > 2");
}

bool is_comparison(Operation operation) {
    return operation >= Operation::less && operation <= Operation::other;
}

template <class Value>
bool compared(Operation operation, const Value& left, const Value& right) {
    switch (operation) {
        case Operation::less: return left < right;
        case Operation::at_most: return left <= right;
        case Operation::more: return left > right;
        case Operation::at_least: return left >= right;
        case Operation::same: return left == right;
        default: return left != right;
    }
}

std::variant<Quantity, Text> divide(const Quantity& left, const Quantity& right, bool up) {
    if (right.value() <= 0 || left.value() < 0)
        return say("the divisor must be greater than zero, and the dividend not negative");
    if (right.kind == Kind::time && left.kind != Kind::time) return say("a time cannot divide a number");
    const std::int64_t value = (left.value() + (up ? right.value() - 1 : 0)) / right.value();
    return left.kind == Kind::time && right.kind != Kind::time ? Quantity::time(value)
                                                               : Quantity::number(value);
}

/// Of one element each, and no texts or truths.
std::variant<Quantity, Text> calculate(Operation operation, const Quantity& left, const Quantity& right) {
    if (operation == Operation::divided) return divide(left, right, false);
    if (operation == Operation::times) {
        if (left.kind == Kind::time && right.kind == Kind::time)
            return say("a time cannot be multiplied by a time");
        std::int64_t product = 0;
        if (__builtin_mul_overflow(left.value(), right.value(), &product)) product = largest_value + 1;
        const bool is_time = left.kind == Kind::time || right.kind == Kind::time;
        return bounded(is_time ? Quantity::time(product) : Quantity::number(product));
    }
    if (left.kind != right.kind) return times_and_numbers();
    Quantity sum = left;
    sum.values.front() += operation == Operation::plus ? right.value() : -right.value();
    return bounded(sum);
}

/// Of one element each.
std::variant<Quantity, Text> combine_two(Operation operation, const Quantity& left, const Quantity& right) {
    const bool truths = left.kind == Kind::truth && right.kind == Kind::truth;
    if (operation == Operation::either || operation == Operation::both) {
        if (!truths) return truth_needed();
        const bool first = left.value() != 0;
        const bool second = right.value() != 0;
        return Quantity::truth(operation == Operation::either ? first || second : first && second);
    }
    if (is_comparison(operation)) {
        // A text that is drawn may look like a number: "12".
        if (left.kind == Kind::text || right.kind == Kind::text)
            return Quantity::truth(compared(operation, written(left), written(right)));
        if (left.kind != right.kind) return times_and_numbers();
        return Quantity::truth(compared(operation, left.value(), right.value()));
    }
    for (const Quantity* one : {&left, &right}) {
        if (one->kind == Kind::truth || one->kind == Kind::text)
            return say("you can calculate only with numbers and times");
    }
    return calculate(operation, left, right);
}

Quantity element(const Quantity& of, std::size_t index) {
    if (of.kind == Kind::text) return {of.kind, false, {}, {of.texts[of.is_list ? index : 0]}};
    return {of.kind, false, {of.values[of.is_list ? index : 0]}, {}};
}

void append(Quantity& list, const Quantity& one) {
    list.kind = one.kind;
    list.values.insert(list.values.end(), one.values.begin(), one.values.end());
    list.texts.insert(list.texts.end(), one.texts.begin(), one.texts.end());
}

/// All arguments as one list, of one kind.
std::variant<Quantity, Text> joined(const std::vector<Quantity>& arguments) {
    Quantity all{arguments.front().kind, true, {}, {}};
    for (const Quantity& one : arguments) {
        if (one.size() > 0 && all.size() > 0 && one.kind != all.kind) return times_and_numbers();
        if (one.size() > 0) append(all, one);
    }
    return all;
}

}  // namespace

std::optional<Builtin> find_builtin(std::string_view name) {
    constexpr std::pair<std::string_view, Builtin> all[] = {
        {"min", Builtin::min},   {"max", Builtin::max}, {"sum", Builtin::sum}, {"count", Builtin::count},
        {"size", Builtin::size}, {"any", Builtin::any}, {"all", Builtin::all}, {"ceil", Builtin::ceil}};
    const auto* found = std::ranges::find(all, name, &std::pair<std::string_view, Builtin>::first);
    return found == std::ranges::end(all) ? std::nullopt : std::optional(found->second);
}

std::variant<Quantity, Text> bounded(Quantity quantity) {
    const bool fits = std::ranges::all_of(
        quantity.values, [](std::int64_t one) { return one <= largest_value && one >= -largest_value; });
    if (!fits) return say("that is too large");
    return quantity;
}

std::variant<Quantity, Text> combine(Operation operation, const Quantity& left, const Quantity& right) {
    if (!left.is_list && !right.is_list) return combine_two(operation, left, right);
    if (left.is_list && right.is_list && left.size() != right.size())
        return say("two lists that are not of the same length");
    Quantity all{Kind::truth, true, {}, {}};
    if (!is_comparison(operation) && operation > Operation::both) all.kind = left.kind;
    const std::size_t size = left.is_list ? left.size() : right.size();
    for (std::size_t i = 0; i < size; ++i) {
        auto one = combine_two(operation, element(left, i), element(right, i));
        if (std::holds_alternative<Text>(one)) return one;
        append(all, std::get<Quantity>(one));
    }
    return all;
}

std::variant<Quantity, Text> call(Builtin builtin, const std::vector<Quantity>& arguments) {
    if (builtin == Builtin::ceil) {
        if (arguments.size() != 2) return say("ceil takes two: ceil(a, b)");
        return divide(arguments[0], arguments[1], true);
    }
    auto together = joined(arguments);
    if (std::holds_alternative<Text>(together)) return together;
    const Quantity all = std::get<Quantity>(std::move(together));
    if (builtin == Builtin::size) return Quantity::number(static_cast<std::int64_t>(all.size()));
    const bool asks_for_truths =
        builtin == Builtin::count || builtin == Builtin::any || builtin == Builtin::all;
    if (asks_for_truths) {
        if (all.kind != Kind::truth && all.size() > 0) return truth_needed();
        const auto number = std::ranges::count(all.values, 1);
        if (builtin == Builtin::count) return Quantity::number(number);
        return Quantity::truth(builtin == Builtin::any ? number > 0
                                                       : number == static_cast<std::int64_t>(all.size()));
    }
    if (all.kind == Kind::text || all.kind == Kind::truth)
        return say("you can calculate only with numbers and times");
    if (all.values.empty()) return Quantity{all.kind, false, {0}, {}};
    Quantity one{all.kind, false, {0}, {}};
    if (builtin == Builtin::min) one.values = {std::ranges::min(all.values)};
    if (builtin == Builtin::max) one.values = {std::ranges::max(all.values)};
    if (builtin == Builtin::sum) {
        for (const std::int64_t value : all.values)
            one.values.front() = std::min(one.values.front() + value, largest_value + 1);
    }
    return bounded(one);
}

Quantity list_of(const std::vector<std::string>& elements) {
    Quantity all{Kind::number, true, {}, {}};
    if (elements.empty()) return all;
    const Kind kind = read_quantity(elements.front()).kind;
    for (const std::string& text : elements) {
        const Quantity one = read_quantity(text);
        if (one.kind != kind) break;
        append(all, one);
    }
    if (all.size() == elements.size()) return all;
    return {Kind::text, true, {}, elements};  // texts, some of which look like numbers
}

namespace {

constexpr std::pair<std::string_view, Kind> kinds_of_empty_lists[] = {
    {"[number]", Kind::number}, {"[time]", Kind::time}, {"[truth]", Kind::truth}, {"[text]", Kind::text}};

}  // namespace

Quantity empty_list(std::string_view kind) {
    for (const auto& [word, meant] : kinds_of_empty_lists) {
        if (word == kind) return {meant, true, {}, {}};
    }
    return {Kind::number, true, {}, {}};
}

std::string_view kind_of_empty_list(Kind kind) {
    for (const auto& [word, meant] : kinds_of_empty_lists) {
        if (meant == kind) return word;
    }
    return "[number]";
}

}  // namespace grader
