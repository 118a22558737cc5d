#pragma once

#include <vector>

namespace grader {

/// Whether each row can have a column of its own; `allowed[row]` holds the numbers of the columns it may
/// have; numbers that do not exist are ignored. There may be a hundred thousand rows.
bool can_be_matched(const std::vector<std::vector<int>>& allowed, int columns);

}  // namespace grader
