#pragma once

#include <cstddef>
#include <string>

namespace grader {

bool is_name_part(char c);

/// The text with comments and the insides of quotes made blank: what is left is code, at its own places.
std::string only_code(const std::string& source);

/// Where the bracket that opens at `open` closes; npos where it does not. Only where it is one itself is < a
/// bracket.
std::size_t closing(const std::string& code, std::size_t open);

}  // namespace grader
