#pragma once

/// Which system calls a boxed program may make.
enum class Filter {
    compile,        ///< a compiler and a linker: processes and files, no network, nothing that reaches other
                    ///< processes
    run,            ///< a submission: what it needs (system_calls.hpp), and nothing else
    repeatable_run  ///< besides, the kernel gives no chance
};

/// From now on, for this process and all it starts: what only an attack would call ends the process with
/// SIGSYS, what an honest program may stumble over fails with EPERM, and what a submission has no use for
/// with ENOSYS. For a submission `listener` becomes a descriptor, closed on exec, for the calls that a Gate
/// decides; where it is null nobody decides, and no scenario can be made. False when the kernel refuses; errno
/// says why. Requires: no_new_privs is set.
bool load_filter(Filter filter, int* listener);
