#include "grader/exercise/tried_formula.hpp"

#include <utility>
#include <variant>

namespace grader {

std::optional<Quantity> try_formula(const JsonValue& at, const std::string& formula, const Values& values,
                                    Reading& reading) {
    if (!reading.ok()) return std::nullopt;
    auto evaluated = evaluate(formula, values);
    if (const auto* complaint = std::get_if<Text>(&evaluated)) {
        reading.complain(at, say("\"{0}\": {1}", formula, *complaint));
        return std::nullopt;
    }
    return std::get<Quantity>(std::move(evaluated));
}

bool try_condition(const JsonValue& at, const std::string& condition, const Values& values,
                   Reading& reading) {
    if (condition.empty()) return true;
    const auto worth = try_formula(at, condition, values, reading);
    if (worth && (worth->kind != Quantity::Kind::truth || worth->is_list))
        reading.complain(at, say("\"{0}\": this is neither true nor false", condition));
    return worth == Quantity::truth(true);
}

}  // namespace grader
