#include "grader/exercise/formula.hpp"

#include "grader/exercise/quantity_arithmetic.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

namespace grader {

namespace {

constexpr int deepest = 50;

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_part_of_a_name(char c) { return is_digit(c) || is_letter(c) || c == '_' || c == '.'; }

/// Goes through a formula once, from the weakest operator down. After a complaint it gives zeros.
class Evaluation {
public:
    Evaluation(std::string_view formula, const Values& values) : rest_(formula), values_(values) {}

    std::variant<Quantity, Text> result() {
        Quantity whole = either();
        if (!at_end()) complain(say("\"{0}\" was not expected", rest_));
        if (!complaint_.empty()) return complaint_;
        return whole;
    }

private:
    Quantity either() {
        if (++depth_ > deepest) complain(say("too many brackets"));
        Quantity left = complaint_.empty() ? both() : Quantity();
        while (take_word("or")) left = apply(Operation::either, left, both());
        --depth_;
        return left;
    }
    Quantity both() {
        Quantity left = negation();
        while (take_word("and")) left = apply(Operation::both, left, negation());
        return left;
    }
    Quantity negation() {
        if (!take_word("not")) return comparison();
        if (++depth_ > deepest) complain(say("too many brackets"));
        const Quantity inside = complaint_.empty() ? negation() : Quantity();
        --depth_;
        return apply(Operation::same, inside, Quantity::truth(false));
    }
    Quantity comparison() {
        Quantity left = sum();
        for (const auto& [sign, operation] : comparisons) {
            if (take(sign)) return apply(operation, left, sum());
        }
        return left;
    }
    Quantity sum() {
        Quantity left = product();
        for (;;) {
            if (take("+")) {
                left = apply(Operation::plus, left, product());
            } else if (take("-")) {
                left = apply(Operation::minus, left, product());
            } else {
                return left;
            }
        }
    }
    Quantity product() {
        Quantity left = factor();
        for (;;) {
            if (take("*")) {
                left = apply(Operation::times, left, factor());
            } else if (take("/")) {
                left = apply(Operation::divided, left, factor());
            } else {
                return left;
            }
        }
    }

    Quantity factor() {
        if (take("(")) {
            Quantity inside = either();
            expect(")");
            return inside;
        }
        if (take("-")) {
            if (++depth_ > deepest) complain(say("too many brackets"));
            const Quantity inside = complaint_.empty() ? factor() : Quantity();
            --depth_;
            return apply(Operation::times, inside, Quantity::number(-1));
        }
        const char next = at_end() ? '\0' : rest_.front();
        if (is_digit(next)) return literal();
        if (next == '\'') return quoted();
        if (is_letter(next) || next == '_') return named();
        complain(say("a number, a time such as 1.5s, or a name is missing"));
        return {};
    }

    Quantity named() {
        const std::string name = word(is_part_of_a_name);
        if (name == "true" || name == "false") return Quantity::truth(name == "true");
        if (const auto function = find_builtin(name); function && take("(")) return called(*function);
        if (const auto list = list_named(name)) return *list;
        if (const std::string* one = find_value(values_, name)) return read_quantity(*one);
        complain(say("there is no value of the name {0}", name));
        return {};
    }

    /// "servers.delay", "delays"; of "servers", whose elements are structs, their places.
    std::optional<Quantity> list_named(const std::string& name) const {
        const std::string whole = name.substr(0, name.find('.'));
        const auto size = std::ranges::find(values_, whole, &Values::value_type::first);
        if (size == values_.end() || std::next(size) == values_.end()) return std::nullopt;
        const std::string& next = std::next(size)->first;
        if (!next.starts_with(whole + ".")) return std::nullopt;
        if (size->second == "0") {
            const std::string* kind = find_value(values_, name == whole ? whole + "." : name);
            return kind == nullptr && name != whole ? std::nullopt
                                                    : std::optional(empty_list(kind == nullptr ? "" : *kind));
        }
        std::vector<std::string> found = elements(values_, name);
        if (found.empty() && name == whole) {
            for (std::int64_t i = 0; i < read_quantity(size->second).value(); ++i)
                found.push_back(std::to_string(i));
        }
        return found.empty() ? std::nullopt : std::optional(list_of(found));
    }

    Quantity called(Builtin function) {
        std::vector<Quantity> arguments{either()};
        while (take(",")) arguments.push_back(either());
        expect(")");
        if (!complaint_.empty()) return {};
        return checked(call(function, arguments));
    }

    /// "3", "1.5s", "250ms"
    Quantity literal() {
        const std::string digits = word(is_digit);
        std::string fraction;
        if (!rest_.empty() && rest_.front() == '.') {
            rest_.remove_prefix(1);
            fraction = word(is_digit);
        }
        const std::string unit = word(is_letter);
        std::int64_t scale = 0;
        if (unit.empty() && fraction.empty()) scale = 1;
        if (unit == "ns" && fraction.empty()) scale = 1;
        if (unit == "us") scale = 1'000;
        if (unit == "ms") scale = 1'000'000;
        if (unit == "s") scale = 1'000'000'000;
        if (scale == 0 || fraction.size() > 9) {
            complain(say("a number is whole, and a time ends with s, ms, us or ns"));
            return {};
        }
        std::int64_t value = 0;
        for (const char c : digits) value = std::min(value * 10 + (c - '0'), largest_value / scale + 1);
        value *= scale;
        std::int64_t place = scale;
        for (const char c : fraction) value += (c - '0') * (place /= 10);
        return checked(bounded(unit.empty() ? Quantity::number(value) : Quantity::time(value)));
    }

    Quantity quoted() {
        rest_.remove_prefix(1);
        const std::string text = word([](char c) { return c != '\''; });
        if (rest_.empty()) {
            complain(say("{0} is missing", "'"));
        } else {
            rest_.remove_prefix(1);
        }
        return {Quantity::Kind::text, false, {}, {text}};
    }

    Quantity apply(Operation operation, const Quantity& left, const Quantity& right) {
        if (!complaint_.empty()) return {};
        return checked(combine(operation, left, right));
    }
    Quantity checked(std::variant<Quantity, Text> result) {
        if (const auto* complaint = std::get_if<Text>(&result)) {
            complain(*complaint);
            return {};
        }
        return std::get<Quantity>(std::move(result));
    }

    template <class Wanted>
    std::string word(Wanted wanted) {
        const auto end = std::find_if_not(rest_.begin(), rest_.end(), wanted);
        std::string taken(rest_.begin(), end);
        rest_.remove_prefix(taken.size());
        return taken;
    }
    bool at_end() {
        while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
        return rest_.empty();
    }
    bool take(std::string_view sign) {
        if (!complaint_.empty() || at_end() || !rest_.starts_with(sign)) return false;
        rest_.remove_prefix(sign.size());
        return true;
    }
    bool take_word(std::string_view wanted) {
        if (at_end() || !rest_.starts_with(wanted)) return false;
        if (rest_.size() > wanted.size() && is_part_of_a_name(rest_[wanted.size()])) return false;
        return take(wanted);
    }
    void expect(std::string_view sign) {
        if (!take(sign)) complain(say("{0} is missing", sign));
    }
    void complain(Text what) {
        if (complaint_.empty()) complaint_ = std::move(what);
    }

    static constexpr std::pair<std::string_view, Operation> comparisons[] = {
        {"<=", Operation::at_most}, {">=", Operation::at_least}, {"==", Operation::same},
        {"!=", Operation::other},   {"<", Operation::less},      {">", Operation::more}};

    std::string_view rest_;
    const Values& values_;
    Text complaint_;
    int depth_ = 0;
};

bool is_whole_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text.size() < 19 && std::ranges::all_of(text, is_digit);
}

}  // namespace

std::string written(const Quantity& quantity) {
    switch (quantity.kind) {
        case Quantity::Kind::number: return std::to_string(quantity.value());
        case Quantity::Kind::time: return std::to_string(quantity.value()) + "ns";
        case Quantity::Kind::truth: return quantity.value() != 0 ? "true" : "false";
        case Quantity::Kind::text: break;
    }
    return quantity.texts.empty() ? std::string() : quantity.texts.front();
}

Quantity read_quantity(const std::string& text) {
    if (is_whole_number(text)) return Quantity::number(std::stoll(text));
    if (text.ends_with("ns") && is_whole_number(std::string_view(text).substr(0, text.size() - 2)))
        return Quantity::time(std::stoll(text));
    if (text == "true" || text == "false") return Quantity::truth(text == "true");
    return {Quantity::Kind::text, false, {}, {text}};
}

const std::string* find_value(const Values& values, std::string_view name) {
    const auto found = std::ranges::find(values, name, &Values::value_type::first);
    return found == values.end() ? nullptr : &found->second;
}

std::vector<std::string> elements(const Values& values, std::string_view list) {
    const std::string whole(list.substr(0, list.find('.')));
    const std::string field(list.substr(whole.size()));  // ".delay", or nothing
    const std::string prefix = whole + ".";
    std::string element = prefix + "0" + field;
    std::vector<std::string> all;
    const auto size = std::ranges::find(values, whole, &Values::value_type::first);
    if (size == values.end()) return all;
    // They follow it, in order.
    for (auto next = std::next(size); next != values.end() && next->first.starts_with(prefix); ++next) {
        if (next->first != element) continue;
        all.push_back(next->second);
        element = prefix + std::to_string(all.size()) + field;
    }
    return all;
}

std::variant<Quantity, Text> evaluate(std::string_view formula, const Values& values) {
    return Evaluation(formula, values).result();
}

std::optional<Quantity> worth_of(std::string_view formula, const Values& values) {
    auto evaluated = evaluate(formula, values);
    auto* worth = std::get_if<Quantity>(&evaluated);
    return worth == nullptr ? std::nullopt : std::optional(std::move(*worth));
}

bool is_true(std::string_view condition, const Values& values) {
    return condition.empty() || worth_of(condition, values) == Quantity::truth(true);
}

}  // namespace grader
