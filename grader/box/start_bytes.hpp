#pragma once

#include <sys/types.h>

// The kernel puts sixteen random bytes on the stack of every program that it starts (AT_RANDOM,
// getauxval(3)). The C library guards stacks and pointers with them, so a program that reads uninitialized
// memory may see them.
//
// Theory of operation. The command asks to be traced by `enter` just before it becomes the submission. The
// kernel then stops the new program before its first instruction; `enter` overwrites the bytes and ends the
// tracing. Where tracing is forbidden, the bytes stay random.

/// For the command's process: makes the next exec stop. Call this before the filter is loaded, which forbids
/// ptrace().
void stop_at_exec();

/// In `enter`: one of its children has stopped with this status. Writes fixed bytes, and lets the child go on
/// untraced.
void fix_start_bytes(pid_t child, int how);
