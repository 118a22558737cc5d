#include "grader/exercise/tried_formula.hpp"

#include <cctype>
#include <cstddef>
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

bool names(const std::string& header, const std::string& function) {
    const auto is_part = [&](std::size_t at) {
        return at < header.size() &&
               (std::isalnum(static_cast<unsigned char>(header[at])) != 0 || header[at] == '_');
    };
    const std::string name = function.substr(function.rfind(':') + 1);
    for (std::size_t at = header.find(name); at != std::string::npos; at = header.find(name, at + 1)) {
        if ((at == 0 || !is_part(at - 1)) && !is_part(at + name.size())) return true;
    }
    return false;
}

}  // namespace grader
