#pragma once

#include <cstddef>
#include <string>

namespace grader {

/// The text with comments and the insides of quotes made blank. The code keeps its places.
std::string only_code(const std::string& source);

/// Where the bracket that opens at `open` closes; npos where it does not. `<` counts as a bracket only at
/// `open` itself.
std::size_t closing(const std::string& code, std::size_t open);

}  // namespace grader
