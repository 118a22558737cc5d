#pragma once

#include <cstdint>

namespace child {

/// From now on all random numbers follow from this number.
void seed_chance(std::uint64_t seed);

}  // namespace child
