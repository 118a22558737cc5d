#pragma once

#include <array>
#include <string>

namespace grader {

/// Where programs of the system are looked for, and nowhere else: PATH may lead to others, of which nobody asked whether they
/// have what is needed. grader/prepare.sh looks in the same folders when it asks what is missing.
inline constexpr std::array program_folders = {"/usr/bin", "/usr/local/bin"};

/// The absolute path of a program of that name, from the first folder that has one; empty where none has.
std::string system_program(const std::string& name);

}  // namespace grader
