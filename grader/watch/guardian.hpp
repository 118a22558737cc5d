#pragma once

#include <functional>

namespace grader {

/// Does the work in a child process, and gives its exit code. This process only waits, and leaves the
/// terminal as it found it, even if the child is killed; if this process is killed, the child gets a SIGTERM.
/// Signals that come to this process go on to the child. Without a terminal the work is done here.
///
/// Requires: no other thread, and no run() under way.
int with_guardian(const std::function<int()>& work);

}  // namespace grader
