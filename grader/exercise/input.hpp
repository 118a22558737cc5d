#pragma once

#include "grader/exercise/formula.hpp"
#include "grader/texts/text.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// One value that a call is made with, as the tree it is.
struct Input {
    enum class Kind : std::uint8_t { number, time, truth, text, list, record, semaphore };

    Kind kind = Kind::number;
    std::int64_t value = 0;  ///< a whole number, nanoseconds, 0 or 1, a semaphore's slots
    std::string text{};
    std::vector<Input> items{};                           ///< of a list
    std::vector<std::pair<std::string, Input>> fields{};  ///< of a record and a semaphore, in their order

    bool operator==(const Input&) const = default;
};

/// The inputs of one call, by parameter, in the function's order.
using Inputs = std::vector<std::pair<std::string, Input>>;

/// Fields of a semaphore: how many of its slots other tasks hold at first, and for how long.
inline constexpr const char* slots_held = "held";
inline constexpr const char* slots_held_for = "held_for";

/// As people read it; of a long list the first elements.
Text in_words(const Input& input);

}  // namespace grader
