#pragma once

namespace child {

/// The system call futex(), to wait with, as its six arguments say: in virtual time. Gives what the kernel
/// would give; -ENOSYS where it is another kind of wait than those of the C library. Requires:
/// is_virtual_here().
long futex_wait(const long (&arguments)[6]);

}  // namespace child
