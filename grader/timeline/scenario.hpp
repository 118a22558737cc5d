#pragma once

#include "grader/protocol/protocol.hpp"
#include "grader/texts/text.hpp"
#include "grader/timeline/run.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// One way to call a submission: what is called, with which inputs, and the events from outside meanwhile.
struct Scenario {
    using Facts = std::vector<std::pair<std::string, std::string>>;

    std::string id;  ///< no two of an exercise have the same
    Text name;       ///< its name for people
    protocol::Script script;
    std::vector<Facts> facts{};      ///< of each call: its inputs and lets, by name
    std::string inputs_json = "{}";  ///< the inputs as the verdict shows them: a JSON object
    Text inputs;                     ///< the same in words; empty where there are none
    bool made_simpler = false;       ///< not one of the exercise's scenarios, but one with simpler inputs
    std::vector<std::optional<Time>>
        cancel_at{};      ///< of each call: after how long it is cancelled from outside, if it is
    std::string alone{};  ///< the id of the scenario that makes only the last of these calls, if there is one

    bool is_cancelled(std::size_t call) const { return call < cancel_at.size() && cancel_at[call]; }
};

}  // namespace grader
