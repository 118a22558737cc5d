#include "grader/rubric/quantity.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

namespace grader {

namespace {

constexpr std::int64_t most = 1'000'000'000'000'000'000;  // a billion seconds, and room to add two of them
constexpr int deepest = 50;

/// Goes through a formula once. After a complaint it gives zeros.
class Evaluation {
public:
    Evaluation(std::string_view formula, const Values& values) : rest_(formula), values_(values) {}

    std::variant<Quantity, Text> result() {
        const Quantity whole = sum();
        if (!at_end()) complain(say("\"{0}\" was not expected", "« {0} » n'a pas sa place ici", rest_));
        if (!complaint_.empty()) return complaint_;
        return whole;
    }

private:
    Quantity sum() {
        if (++depth_ > deepest) complain({"too many brackets", "trop de parenthèses"});
        Quantity left = complaint_.empty() ? product() : Quantity();
        for (;;) {
            const bool plus = take('+');
            if (!plus && !take('-')) break;
            const Quantity right = product();
            same_kind(left, right);
            left.value += plus ? right.value : -right.value;
            bound(left);
        }
        --depth_;
        return left;
    }

    Quantity product() {
        Quantity left = factor();
        for (;;) {
            if (take('*')) {
                const Quantity right = factor();
                if (left.is_time && right.is_time)
                    complain({"a time times a time is no time", "un temps fois un temps n'est pas un temps"});
                left.is_time = left.is_time || right.is_time;
                if (__builtin_mul_overflow(left.value, right.value, &left.value)) left.value = most + 1;
                bound(left);
            } else if (take('/')) {
                left = divided(left, factor(), false);
            } else {
                return left;
            }
        }
    }

    Quantity factor() {
        if (take('(')) {
            const Quantity inside = sum();
            expect(')');
            return inside;
        }
        const char next = at_end() ? '\0' : rest_.front();
        if (std::isdigit(static_cast<unsigned char>(next)) != 0) return literal();
        if (std::isalpha(static_cast<unsigned char>(next)) != 0 || next == '_') return named();
        complain({"a number, a time such as 1.5s, or a name is missing",
                  "il manque un nombre, un temps tel que 1.5s, ou un nom"});
        return {};
    }

    Quantity named() {
        const std::string name =
            word([](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; });
        if (name == "min" || name == "max" || name == "ceil") return function(name);
        for (const auto& [known, value] : values_) {
            if (known == name) return Evaluation(value, {}).sum();
        }
        complain(say("there is no value of the name {0}", "il n'y a pas de valeur du nom {0}", name));
        return {};
    }

    Quantity function(const std::string& name) {
        expect('(');
        const Quantity one = sum();
        expect(',');
        const Quantity other = sum();
        expect(')');
        if (name == "ceil") return divided(one, other, true);
        same_kind(one, other);
        const auto [less, more] = std::minmax(one.value, other.value);
        return {name == "min" ? less : more, one.is_time};
    }

    Quantity divided(Quantity left, Quantity right, bool up) {
        if (right.value <= 0 || left.value < 0) {
            complain({"only something positive can divide",
                      "on ne peut diviser que par quelque chose de positif"});
            return {};
        }
        if (right.is_time && !left.is_time)
            complain({"a time cannot divide a number", "un temps ne peut pas diviser un nombre"});
        return {(left.value + (up ? right.value - 1 : 0)) / right.value, left.is_time && !right.is_time};
    }

    /// "3", "1.5s", "250ms"
    Quantity literal() {
        const std::string digits =
            word([](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
        std::string fraction;
        if (!rest_.empty() && rest_.front() == '.') {
            rest_.remove_prefix(1);
            fraction = word([](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
        }
        const std::string unit =
            word([](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
        std::int64_t scale = 0;
        if (unit.empty() && fraction.empty()) scale = 1;
        if (unit == "ns" && fraction.empty()) scale = 1;
        if (unit == "us") scale = 1'000;
        if (unit == "ms") scale = 1'000'000;
        if (unit == "s") scale = 1'000'000'000;
        if (scale == 0 || fraction.size() > 9) {
            complain({"a number is whole, and a time ends with s, ms or us",
                      "un nombre est entier, et un temps se termine par s, ms ou us"});
            return {};
        }
        Quantity read{0, !unit.empty()};
        for (const char c : digits) {
            read.value = std::min(read.value * 10 + (c - '0'), most / scale + 1);
        }
        read.value *= scale;
        std::int64_t place = scale;
        for (const char c : fraction) read.value += (c - '0') * (place /= 10);
        bound(read);
        return read;
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
    bool take(char c) {
        if (!complaint_.empty() || at_end() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void expect(char c) {
        if (!take(c)) complain(say("{0} is missing", "il manque {0}", c));
    }
    void same_kind(Quantity one, Quantity other) {
        if (one.is_time == other.is_time) return;
        complain({"a time and a number do not go together: write 2s, not 2",
                  "un temps et un nombre ne vont pas ensemble : écrivez 2s, pas 2"});
    }
    void bound(Quantity& value) {
        if (value.value <= most && value.value >= -most) return;
        complain({"that is too large", "c'est trop grand"});
        value.value = 0;
    }
    void complain(Text what) {
        if (complaint_.empty()) complaint_ = std::move(what);
    }

    std::string_view rest_;
    const Values& values_;
    Text complaint_;
    int depth_ = 0;
};

}  // namespace

std::string written(Quantity quantity) {
    return std::to_string(quantity.value) + (quantity.is_time ? "ns" : "");
}

std::variant<Quantity, Text> evaluate(std::string_view formula, const Values& values) {
    return Evaluation(formula, values).result();
}

}  // namespace grader
