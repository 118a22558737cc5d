#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

/// The candidate that was probably meant by a misspelt word: the one with the fewest letters that are wrong,
/// missing, too many or swapped. Nothing if even that one has more than a third of its letters wrong.
/// Capitals do not count.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace grader
