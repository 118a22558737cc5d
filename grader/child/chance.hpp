#pragma once

#include <cstdint>

namespace child {

/// What is drawn by chance from now on follows from this number.
void seed_chance(std::uint64_t seed);

}  // namespace child
