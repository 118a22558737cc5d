#pragma once

/// Which system calls a boxed program may make.
enum class Filter {
    compile,  ///< a compiler and a linker: processes and files, no network, nothing that reaches other
              ///< processes
    run,      ///< a submission: besides that no processes, no signals to others, no users, no shared memory
};

/// From now on, for this process and all it starts: what only an attack would call ends the process with
/// SIGSYS; what an honest program may stumble over fails with EPERM. False when the kernel refuses; errno
/// says why. Requires: no_new_privs is set.
bool load_filter(Filter filter);
