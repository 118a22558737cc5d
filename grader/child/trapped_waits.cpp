// Theory of operation. A filter lets everything through but system calls that wait. One of these raises
// SIGSYS in the thread that makes it, before anything has happened; the handler does what the taken over
// function of the C library would do, puts the result where the call's would be, and the thread goes on. Our
// own waits come from one place in the program, waiting_call(), which the filter knows by its address. A
// submission that jumps there, or takes the handler away, waits for real or dies of the signal: it harms
// itself, and the limits of real time hold.

#include "grader/child/trapped_waits.hpp"

#include "grader/child/filter_lines.hpp"
#include "grader/child/interposed_futex.hpp"
#include "grader/child/stepping.hpp"
#include "grader/child/system_call.hpp"

#include <linux/futex.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <ucontext.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <type_traits>
#include <vector>

extern "C" {
// The linker's: where the section of waiting_call() begins and ends.
extern const char __start_awaitlab_waits[];
extern const char __stop_awaitlab_waits[];
}

namespace child {

[[gnu::section("awaitlab_waits"), gnu::noinline]] long waiting_call(long number, long a, long b, long c,
                                                                    long d, long e, long f) {
    return system_call(number, a, b, c, d, e, f);
}

namespace {

thread_local int really_waiting = 0;

constexpr unsigned waits[] = {
    SYS_nanosleep,    SYS_clock_nanosleep, SYS_ppoll,         SYS_pselect6,
    SYS_epoll_pwait,  SYS_rt_sigtimedwait, SYS_rt_sigsuspend, SYS_io_getevents,
    SYS_semtimedop,   SYS_mq_timedreceive,
#ifdef SYS_poll  // not every processor has these
    SYS_poll,         SYS_select,          SYS_epoll_wait,    SYS_pause,
#endif
#ifdef SYS_epoll_pwait2
    SYS_epoll_pwait2,
#endif
#ifdef SYS_futex_waitv
    SYS_futex_waitv,
#endif
};

// All of these may have a timeout, and wait.
constexpr unsigned futex_waits[] = {FUTEX_WAIT, FUTEX_WAIT_BITSET, FUTEX_LOCK_PI, FUTEX_WAIT_REQUEUE_PI, 13};

constexpr std::size_t argument(int index) {
    return offsetof(seccomp_data, args) + static_cast<std::size_t>(index) * sizeof(std::uint64_t);
}

std::vector<sock_filter> filter_lines() {
    constexpr std::size_t calls = std::size(waits);
    constexpr std::size_t operations = std::size(futex_waits);
    constexpr std::size_t lines_for_futex = 2 + operations + 1 + 5;
    std::vector<sock_filter> lines{load(offsetof(seccomp_data, nr))};
    for (std::size_t i = 0; i < calls; ++i)
        lines.push_back(if_equal(waits[i], calls - i - 1 + 2 + lines_for_futex, 0));
    lines.push_back(if_equal(SYS_futex, 1, 0));
    lines.push_back(answer(SECCOMP_RET_ALLOW));
    // A futex: only a timed wait. One without a timeout waits for another thread.
    lines.push_back(load(argument(1) + low_word));
    lines.push_back(BPF_STMT(BPF_ALU | BPF_AND | BPF_K, static_cast<unsigned>(FUTEX_CMD_MASK)));
    for (std::size_t i = 0; i < operations; ++i) lines.push_back(if_equal(futex_waits[i], operations - i, 0));
    lines.push_back(answer(SECCOMP_RET_ALLOW));
    lines.push_back(load(argument(3) + low_word));
    lines.push_back(if_equal(0, 0, 3));
    lines.push_back(load(argument(3) + high_word));
    lines.push_back(if_equal(0, 0, 1));
    lines.push_back(answer(SECCOMP_RET_ALLOW));
    // Where does the call come from? The kernel gives the address after the call's instruction.
    const auto begin = reinterpret_cast<std::uintptr_t>(__start_awaitlab_waits);
    const auto end = reinterpret_cast<std::uintptr_t>(__stop_awaitlab_waits);
    lines.push_back(load(offsetof(seccomp_data, instruction_pointer) + high_word));
    lines.push_back(if_equal(static_cast<unsigned>(begin >> 32), 0, 4));
    lines.push_back(load(offsetof(seccomp_data, instruction_pointer) + low_word));
    lines.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, static_cast<unsigned>(begin), 0, 2));
    lines.push_back(BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, static_cast<unsigned>(end), 1, 0));
    lines.push_back(answer(SECCOMP_RET_ALLOW));
    lines.push_back(answer(SECCOMP_RET_TRAP));
    return lines;
}

/// Turns the result of a C library function (-1 and errno) into the kernel's.
long kernels(int result) { return result >= 0 ? result : -errno; }

const timespec* time_at(long place) { return reinterpret_cast<const timespec*>(place); }

/// A wait for a signal, which nothing here sends.
long wait_for_signals(long timeout) {
    if (timeout == 0) return kernels(pause());
    block(length_of(*time_at(timeout)), "waiting for a signal");
    return -EAGAIN;
}

long wait_for_epoll(const long (&a)[6], int timeout) {
    return kernels(epoll_pwait(static_cast<int>(a[0]), reinterpret_cast<epoll_event*>(a[1]),
                               static_cast<int>(a[2]), timeout, nullptr));
}

long select_until(const long (&a)[6], const timespec* timeout) {
    const auto set = [](long place) { return reinterpret_cast<fd_set*>(place); };
    return kernels(pselect(static_cast<int>(a[0]), set(a[1]), set(a[2]), set(a[3]), timeout, nullptr));
}

long poll_until(const long (&a)[6], const timespec* timeout) {
    return kernels(ppoll(reinterpret_cast<pollfd*>(a[0]), static_cast<nfds_t>(a[1]), timeout, nullptr));
}

/// Does in virtual time what the call would do in real time.
long wait_virtually(long number, const long (&a)[6]) {
    timespec length{};
    switch (number) {
        case SYS_nanosleep:
            return kernels(nanosleep(time_at(a[0]), nullptr));
        case SYS_clock_nanosleep:
            return -clock_nanosleep(static_cast<clockid_t>(a[0]), static_cast<int>(a[1]), time_at(a[2]),
                                    nullptr);
        case SYS_ppoll:
            return poll_until(a, time_at(a[2]));
        case SYS_pselect6:
            return select_until(a, time_at(a[4]));
        case SYS_epoll_pwait:
            return wait_for_epoll(a, static_cast<int>(a[3]));
        case SYS_rt_sigtimedwait:
            return wait_for_signals(a[2]);
        case SYS_rt_sigsuspend:
            return wait_for_signals(0);
        case SYS_futex:
            return futex_wait(a);
#ifdef SYS_poll
        case SYS_poll:
            length = to_timespec(std::chrono::milliseconds(static_cast<int>(a[2])));
            return poll_until(a, static_cast<int>(a[2]) < 0 ? nullptr : &length);
        case SYS_select: {
            if (a[4] == 0) return select_until(a, nullptr);
            const auto* const given = reinterpret_cast<const timeval*>(a[4]);
            length = {given->tv_sec, given->tv_usec * 1000};
            return select_until(a, &length);
        }
        case SYS_epoll_wait:
            return wait_for_epoll(a, static_cast<int>(a[3]));
        case SYS_pause:
            return wait_for_signals(0);
#endif
        default:
            return -ENOSYS;  // no program needs it here
    }
}

// It interrupts nothing but the call itself, so it may do whatever a function may.
void on_trap(int, siginfo_t* what, void* raw) {
    const int errno_before = errno;
    auto& registers = static_cast<ucontext_t*>(raw)->uc_mcontext;
#if defined(__x86_64__)
    auto& r = registers.gregs;
    const long a[6] = {r[REG_RDI], r[REG_RSI], r[REG_RDX], r[REG_R10], r[REG_R8], r[REG_R9]};
    auto& result = r[REG_RAX];
#elif defined(__aarch64__)
    auto& r = registers.regs;
    const auto in = [&r](int index) { return static_cast<long>(r[index]); };
    const long a[6] = {in(0), in(1), in(2), in(3), in(4), in(5)};
    auto& result = r[0];
#endif
    const bool real = really_waiting > 0 || !is_virtual_here();
    const long given = real ? waiting_call(what->si_syscall, a[0], a[1], a[2], a[3], a[4], a[5])
                            : wait_virtually(what->si_syscall, a);
    result = static_cast<std::remove_reference_t<decltype(result)>>(given);
    errno = errno_before;
}

}  // namespace

ReallyWaiting::ReallyWaiting() { ++really_waiting; }
ReallyWaiting::~ReallyWaiting() { --really_waiting; }

void trap_waits() {
    struct sigaction action{};
    action.sa_sigaction = on_trap;
    action.sa_flags = static_cast<int>(SA_SIGINFO | SA_NODEFER | SA_RESTART);
    sigaction(SIGSYS, &action, nullptr);
    std::vector<sock_filter> lines = filter_lines();
    const sock_fprog program{static_cast<unsigned short>(lines.size()), lines.data()};
    // Where it fails, the limits of real time hold.
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

}  // namespace child
