#pragma once

/// Traps system calls that wait in real time, whether the processor's own instruction or the C library makes
/// them. Like the replaced functions of the C library (interposed_sleeps.cpp), they move virtual time.
namespace child {

/// Makes a system call that may wait in real time, like system_call(). The filter permits only calls made
/// here.
long waiting_call(long number, long a = 0, long b = 0, long c = 0, long d = 0, long e = 0, long f = 0);

/// From now on all other waiting calls of this process are trapped.
void trap_waits();

/// While such an object exists, waits of this thread are real. We use it when we call the C library to wait.
class ReallyWaiting {
public:
    ReallyWaiting();
    ~ReallyWaiting();
    ReallyWaiting(const ReallyWaiting&) = delete;
    ReallyWaiting& operator=(const ReallyWaiting&) = delete;
};

}  // namespace child
