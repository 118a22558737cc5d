#pragma once

namespace child {

/// From now on reads of standard input are recorded: std::cin, getchar(), scanf() and similar functions,
/// which reach the kernel without a function that could be replaced.
void watch_standard_input();

}  // namespace child
