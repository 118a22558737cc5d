#pragma once

#include "grader/protocol/protocol.hpp"
#include "grader/timeline/run.hpp"
#include "grader/verdict/text.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace grader {

/// One way to call a submission: what is called, with which inputs, and what the world outside does
/// meanwhile.
struct Scenario {
    std::string id;  ///< how criteria name it
    Text name;       ///< how people read it
    protocol::Script script;
    std::string inputs_json = "{}";  ///< the inputs as the verdict shows them: a JSON object
    Text inputs;                     ///< the same in words; empty where there are none
    bool made_smaller = false;       ///< not one that the exercise asks for, but what is left of one
    std::optional<Time> cancel_at;   ///< the call under way is then cancelled from outside
};

}  // namespace grader
