#pragma once

#include <sys/types.h>

// The sixteen bytes of chance that the kernel puts on the stack of every program that it starts (AT_RANDOM,
// getauxval(3)). The C library guards stacks and pointers with them, so they show in whatever reads memory
// that it has not written.
//
// Theory of operation. The command asks to be traced by `enter` just before it becomes the submission. The
// kernel then stops it when the new program is there and nothing of it has run; `enter` writes over the bytes
// and lets go. Where tracing is forbidden the bytes stay what they are.

/// In the command: the next exec stops. Before the filter, which forbids it.
void stop_at_exec();

/// In `enter`: a child of its has stopped with this status. Puts fixed bytes in place, and lets it go on
/// untraced.
void fix_start_bytes(pid_t child, int how);
