#pragma once

namespace child {

/// From now on a signal that ends this process is told to the grader first: at which line of the submission
/// it came. Requires: current_recorder().
void tell_of_crashes();

}  // namespace child
