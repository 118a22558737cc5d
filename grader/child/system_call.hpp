#pragma once

#include <sys/syscall.h>
#include <unistd.h>

namespace child {

/// Makes a system call directly, even if the submission defines its own write() or _exit(). Gives the
/// kernel's result: a failure is the negative errno.
[[gnu::always_inline]] inline long system_call(long number, long a = 0, long b = 0, long c = 0, long d = 0,
                                               long e = 0, long f = 0) {
#if defined(__x86_64__)
    long result = number;
    register long fourth asm("r10") = d;
    register long fifth asm("r8") = e;
    register long sixth asm("r9") = f;
    asm volatile("syscall"
                 : "+a"(result)
                 : "D"(a), "S"(b), "d"(c), "r"(fourth), "r"(fifth), "r"(sixth)
                 : "rcx", "r11", "memory");
    return result;
#elif defined(__aarch64__)
    register long kernels asm("x8") = number;
    register long result asm("x0") = a;
    register long second asm("x1") = b;
    register long third asm("x2") = c;
    register long fourth asm("x3") = d;
    register long fifth asm("x4") = e;
    register long sixth asm("x5") = f;
    asm volatile("svc #0"
                 : "+r"(result)
                 : "r"(kernels), "r"(second), "r"(third), "r"(fourth), "r"(fifth), "r"(sixth)
                 : "memory");
    return result;
#else
#error "system calls are made by hand: say here how this processor makes them"
#endif
}

/// A pointer as system_call() takes it.
inline long address(const volatile void* pointer) { return reinterpret_cast<long>(pointer); }

}  // namespace child
