#pragma once

#include <filesystem>
#include <string>

namespace grader {

/// The folder for files that a spare user must be able to read. It is the build folder; or
/// /var/cache/awaitlab, if the grader runs as root and other users cannot enter the build folder.
std::filesystem::path open_place();

/// A copy of `enter` in open_place(), or `enter` itself where that is the build folder. Throws
/// std::filesystem::filesystem_error where it cannot be made.
std::string open_enter();

}  // namespace grader
