#pragma once

#include "grader/exercise/domain.hpp"
#include "grader/exercise/draw.hpp"
#include "grader/exercise/json_value.hpp"
#include "grader/texts/text.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// Inputs worth trying: some parameters have other domains than usual, and a condition holds.
struct Case {
    Text name;
    std::map<std::string, Domain> with;            ///< these replace the domains of the parameters
    std::map<std::string, std::string> following;  ///< a parameter whose value is a formula of the others
    std::string when;                              ///< a formula; empty: whatever is drawn
};

/// A function of an exercise that is called, and what it may be called with.
struct Function {
    std::string name;
    std::vector<std::pair<std::string, Domain>> parameters;
    std::vector<std::pair<std::string, std::string>> lets;     ///< names and their formulas
    std::vector<std::pair<std::string, std::string>> returns;  ///< names, and expressions of `result` in C++
    std::vector<Case> cases;
    std::string lasts;      ///< a formula: how long a right call takes; empty: not known
    Text shown;             ///< "{pages} pages"; empty: "pages = 10"
    bool late = true;       ///< it is also called with timers that are a little late
    bool cancelled = true;  ///< it is also cancelled half way, if it is known how long it lasts
};

/// The functions of an object "functions", in its order.
std::vector<Function> read_functions(const JsonValue& entry, Reading& reading);

/// Null if there is none of that name.
const Function* find_function(const std::vector<Function>& functions, const std::string& name);

/// The values that formulas about a call can name: its inputs and its lets.
Values facts_of(const Function& function, const Inputs& inputs);
/// The same, where the values of the inputs are there already.
Values with_lets(const Function& function, Values values);

/// Inputs of that case, or any inputs if there is no case. Nothing if no inputs were found that fulfil the
/// case.
std::optional<Inputs> draw_inputs(const Function& function, const Case* of_case, Draw& draw);

/// How long a right call lasts; nothing where that is not known.
std::optional<std::int64_t> lasts(const Function& function, const Values& facts);

/// As people read them.
Text in_words(const Function& function, const Inputs& inputs);

}  // namespace grader
