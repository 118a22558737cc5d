#pragma once

namespace child {

/// Waits as the system call futex() with these six arguments, in virtual time. Gives the kernel's result;
/// -ENOSYS for a kind of wait that the C library does not use. Requires: is_virtual_here().
long futex_wait(const long (&arguments)[6]);

}  // namespace child
