#pragma once

#include <string>

namespace bench {

/// Counts with valgrind the instructions that one of four works takes, and prints them. `self` is this
/// program. Gives main()'s result.
int print_instructions(const std::string& self);

}  // namespace bench
