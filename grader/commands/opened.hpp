#pragma once

#include "grader/verdict/text.hpp"
#include "grader/workshop.hpp"
#include "runtime/coroutine.hpp"

#include <optional>

namespace grader {

/// A workshop for a command, which complains of what is missing. Nothing: it cannot go on; it has said why.
aio::Coroutine<std::optional<Workshop>> open_workshop_for(bool allow_uncontained, Language language);

}  // namespace grader
