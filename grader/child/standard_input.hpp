#pragma once

namespace child {

/// From now on who reads standard input is seen: std::cin, getchar(), scanf() and their like, which reach the
/// kernel without a function that could be taken over.
void watch_standard_input();

}  // namespace child
