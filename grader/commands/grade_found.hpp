#pragma once

#include "grader/commands/find_submissions.hpp"
#include "grader/grading/grade.hpp"
#include "runtime/coroutine.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace grader {

/// What is to be graded. `seed`: none is drawn from each file's bytes.
std::vector<Assignment> assignments_for(const std::vector<Found>& files, Language language,
                                        std::optional<std::uint64_t> seed = {});

/// Makes an environment, and grades the files in it. Those whose exercise cannot be graded are left out,
/// which is complained of. `seed`: none is drawn from each file's bytes. The exercises outlive it.
aio::Coroutine<Expected<std::vector<Graded>>> grade_found(std::vector<Found> files, bool allow_uncontained,
                                                          Language language,
                                                          std::optional<std::uint64_t> seed = {});

}  // namespace grader
