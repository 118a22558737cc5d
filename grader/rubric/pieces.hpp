#pragma once

#include "grader/timeline/timeline.hpp"

#include <cstddef>
#include <vector>

namespace grader {

/// The waits of a call that last `length`, in one piece or in several that follow each other in one task
/// without a gap (who shows a dot every half second waits as long as who does not). By their begin.
std::vector<Wait> waits_joined(const Timeline& timeline, std::size_t call, Time length);

}  // namespace grader
