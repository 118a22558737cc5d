#pragma once

namespace child {

/// From now on this process, and every thread of it, can start threads and nothing else: fork(), exec() and
/// their like fail with EPERM. Requires: no_new_privs is set.
void forbid_processes();

}  // namespace child
