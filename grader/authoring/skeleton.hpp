#pragma once

#include "grader/verdict/failure.hpp"

#include <string>

namespace grader {

/// Makes a folder with a small exercise in it that is right as it is, for its author to change. The
/// folder's name is the exercise's; one that is there already is left alone. Gives the folder.
Expected<std::string> write_skeleton(const std::string& path);

}  // namespace grader
