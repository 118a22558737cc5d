#pragma once

namespace child {

/// From now on this process and its threads can start threads, but no processes: fork(), exec() and similar
/// calls fail with EPERM. Requires: no_new_privs is set.
void forbid_processes();

}  // namespace child
