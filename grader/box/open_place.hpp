#pragma once

#include <filesystem>
#include <string>

namespace grader {

/// Where the grader keeps what a spare user must be able to read: the build folder; where root's own home
/// holds that, and is closed to others, a folder of the machine.
std::filesystem::path open_place();

/// A copy of `enter` in open_place(), or `enter` itself where that is the build folder. Throws
/// std::filesystem::filesystem_error where it cannot be made.
std::string open_enter();

}  // namespace grader
