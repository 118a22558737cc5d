#pragma once

#include "grader/grading/environment.hpp"
#include "grader/texts/text.hpp"
#include "runtime/coroutine.hpp"

#include <optional>
#include <vector>

namespace grader {

/// A environment for a command. Without one, the command has nothing more to say, and ends with this code.
struct EnvironmentOrExit {
    EnvironmentOrExit() = default;  // no aggregate: g++ 12 destroys those twice as a coroutine's result

    std::optional<Environment> environment;
    int exit_code = 3;
};

/// A environment in which these exercises can be graded; complains of what is missing, and of those that
/// cannot, which its kit does not have. Without one that can, there is no environment. `exercises` outlive
/// it.
aio::Coroutine<EnvironmentOrExit> environment_for(std::vector<const Exercise*> exercises,
                                                  bool allow_uncontained, Language language);

}  // namespace grader
