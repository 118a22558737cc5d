#pragma once

#include "grader/box/box.hpp"
#include "grader/compile/kit.hpp"

#include <string>
#include <vector>

namespace grader {

/// Makes the kit in its folder, which exists and holds the headers. Gives what went wrong, or nothing.
/// `precompiled`: the fast way, which does not work with every compiler.
aio::Coroutine<std::string> make_kit(Kit kit);

}  // namespace grader
