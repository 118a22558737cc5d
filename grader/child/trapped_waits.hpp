#pragma once

/// System calls that wait in real time, however they are made: by the processor's own instruction, or deep
/// inside the C library. What the library's functions are taken over for (interposed_sleeps.cpp) holds for
/// these, too: where the time is virtual they move it.
namespace child {

/// Makes a system call that may wait for real, as system_call(): only those made here are let through.
long waiting_call(long number, long a = 0, long b = 0, long c = 0, long d = 0, long e = 0, long f = 0);

/// From now on all others of them are trapped, in this process.
void trap_waits();

/// While one lives, waits of this thread are real: ours, made by functions of the C library.
class ReallyWaiting {
public:
    ReallyWaiting();
    ~ReallyWaiting();
    ReallyWaiting(const ReallyWaiting&) = delete;
    ReallyWaiting& operator=(const ReallyWaiting&) = delete;
};

}  // namespace child
