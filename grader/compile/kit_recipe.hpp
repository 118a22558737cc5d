#pragma once

#include "grader/box/box.hpp"
#include "grader/compile/kit.hpp"

#include <string>
#include <vector>

namespace grader {

/// The exercises that can be compiled: those with a header in `places.source` and a driver in
/// `places.libraries`.
std::vector<std::string> exercises_in(const KitPlaces& places);

/// Makes the kit in its folder, which exists and holds the headers. Gives what went wrong, or nothing.
/// `precompiled`: the fast way, which not every compiler can go.
aio::Coroutine<std::string> make_kit(Kit kit, KitPlaces places);

}  // namespace grader
