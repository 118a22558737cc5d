#pragma once

#include "grader/exercise/draw.hpp"
#include "grader/exercise/formula.hpp"
#include "grader/exercise/input.hpp"
#include "grader/exercise/json_value.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// What a parameter may be.
struct Domain {
    Input::Kind kind = Input::Kind::number;
    std::int64_t least = 0;  ///< of a number or a time; of a list its length; of a semaphore its slots
    std::int64_t most = 0;
    std::vector<Input> one_of{};  ///< if not empty: one of these, and nothing else
    std::string type{};           ///< of a record: how the header calls it
    std::vector<std::pair<std::string, Domain>>
        fields{};                ///< of a record; of a semaphore: how long other tasks hold slots
    std::vector<Domain> item{};  ///< of a list: exactly one
};

/// Reads {"list": [0, 9], "of": …} and the like. WRITING.md lists what may be there.
Domain read_domain(const JsonValue& entry, Reading& reading);

/// A value of the exercise's author: "3s", or {"name": "A", "delay": "1s"} for a record of `domain`.
Input read_input(const JsonValue& entry, const Domain& domain, Reading& reading);

/// Draws a value. Smallest, largest and difficult values come more often than others.
Input draw_value(const Domain& domain, Draw& draw);

/// The same as texts, as a script sends them and formulas read them.
void write_values(const std::string& name, const Input& input, const Domain& domain, Values& values);
Values values_of(const Inputs& inputs, const std::vector<std::pair<std::string, Domain>>& parameters);

/// The inverse of values_of(). A text that values_of() did not write gives inputs for which values_of()
/// writes a different text, so the caller can notice.
Inputs inputs_from(const Values& values, const std::vector<std::pair<std::string, Domain>>& parameters);

/// Simpler values of the same domain, the simplest first.
std::vector<Input> simpler_inputs(const Input& input, const Domain& domain);

}  // namespace grader
