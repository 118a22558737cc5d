#pragma once

#include <cstdint>
#include <vector>

namespace child {

/// Puts the calls that led here into `where`, innermost first, as protocol::Record::where has them; calls in
/// shared libraries are left out. Allocates nothing if `where` has capacity for protocol::most_places.
void walk_stack(std::vector<std::uint64_t>& where);

}  // namespace child
