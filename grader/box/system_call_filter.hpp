#pragma once

/// Which system calls a boxed program may make.
enum class Filter {
    compile,        ///< a compiler and a linker: processes and files, no network, nothing that reaches other
                    ///< processes
    run,            ///< a submission: what it needs (system_calls.hpp), and nothing else
    repeatable_run  ///< the same, without random numbers from the kernel
};

/// From now on, for this process and all that it starts: a call that only an attack makes ends the process
/// with SIGSYS; a call that an honest program may try fails with EPERM; a call that a submission does not
/// need fails with ENOSYS. For a submission `listener` becomes a descriptor, closed on exec, for the calls
/// that a Gate decides about. Where it is null, no scenario can be made. False when the kernel refuses; errno
/// says why. Requires: no_new_privs is set.
bool load_filter(Filter filter, int* listener);
