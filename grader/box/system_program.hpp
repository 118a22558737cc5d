#pragma once

#include <array>
#include <string>

namespace grader {

/// The only folders in which programs of the system are looked for. PATH may lead to other programs, which
/// may lack what the grader needs. grader/prepare.sh looks in the same folders for missing programs.
inline constexpr std::array program_folders = {"/usr/bin", "/usr/local/bin"};

/// The absolute path of a program of that name, from the first folder that has one; empty where none has.
std::string system_program(const std::string& name);

}  // namespace grader
