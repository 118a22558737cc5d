#pragma once

namespace child {

/// From now on a signal that ends this process is recorded first, with the line of the submission at which it
/// came. Requires: current_recorder().
void tell_of_crashes();

}  // namespace child
