#include "grader/exercise/function.hpp"

#include <map>
#include <variant>

namespace grader {

namespace {

constexpr int most_tries = 300;  // to draw inputs that a case holds of

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

}  // namespace

Values with_lets(const Function& function, Values values) {
    for (const auto& [name, formula] : function.lets) {
        if (const auto worth = worth_of(formula, values)) values.emplace_back(name, written(*worth));
    }
    return values;
}

Values facts_of(const Function& function, const Inputs& inputs) {
    return with_lets(function, values_of(inputs, function.parameters));
}

std::optional<Inputs> draw_inputs(const Function& function, const Case* of_case, Draw& draw) {
    for (int tries = 0; tries < most_tries; ++tries) {
        Inputs inputs;
        for (const auto& [name, usual] : function.parameters) {
            const auto other = of_case == nullptr ? std::map<std::string, Domain>::const_iterator()
                                                  : of_case->with.find(name);
            const bool is_other = of_case != nullptr && other != of_case->with.end();
            inputs.emplace_back(name, draw_value(is_other ? other->second : usual, draw));
        }
        if (of_case == nullptr) return inputs;
        bool all_follow = true;
        for (auto& [name, input] : inputs) {
            const auto formula = of_case->following.find(name);
            if (formula == of_case->following.end()) continue;
            const auto worth = worth_of(formula->second, facts_of(function, inputs));
            all_follow = all_follow && worth.has_value();
            if (worth) input.value = worth->value();
        }
        if (!all_follow) continue;
        if (of_case->when.empty() || is_true(of_case->when, facts_of(function, inputs))) return inputs;
    }
    return std::nullopt;
}

std::optional<std::int64_t> lasts(const Function& function, const Values& facts) {
    if (function.lasts.empty()) return std::nullopt;
    const auto worth = worth_of(function.lasts, facts);
    return worth ? std::optional(worth->value()) : std::nullopt;
}

Text in_words(const Function& function, const Inputs& inputs) {
    if (!function.shown.empty()) {
        return Text([&](Language language) {
            std::string shown = function.shown.in(language);
            for (const auto& [name, input] : inputs)
                shown = replaced(shown, "{" + name + "}", in_words(input).in(language));
            return shown;
        });
    }
    Text all;
    for (const auto& [name, input] : inputs) all = joined(all, ", ", say("{0} = {1}", name, in_words(input)));
    return all;
}

}  // namespace grader
