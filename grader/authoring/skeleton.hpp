#pragma once

#include "grader/verdict/failure.hpp"

#include <string>

namespace grader {

/// Makes a folder with a small working exercise, for its author to change. The folder's name is the
/// exercise's name. An existing folder is not changed. Gives the folder.
Expected<std::string> write_skeleton(const std::string& path);

}  // namespace grader
