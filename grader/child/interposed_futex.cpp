// Replaces syscall(): the C++ library waits with it for futures, atomics, semaphores and latches, and a
// submission may call it directly to sleep. Everything else goes on to the kernel.

#include "grader/child/interposed_futex.hpp"

#include "grader/child/submission_threads.hpp"
#include "grader/child/system_call.hpp"
#include "grader/child/trapped_waits.hpp"

#include <linux/futex.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <ctime>

namespace {

using namespace child;

constexpr const char* for_a_result = "waiting for a result";

long futex(std::uint32_t* word, long operation, long value, const timespec* timeout, long second,
           long third) {
    return waiting_call(SYS_futex, address(word), operation, value, address(timeout), second, third);
}

/// FUTEX_WAIT of an expected value: 0 when woken, or the negative errno.
long wait_for_word(Recorder& recorder, std::uint32_t* word, std::uint32_t expected,
                   std::optional<Nanoseconds> deadline, long is_private) {
    long given = 0;
    const bool in_time = wait_for_others(recorder, deadline, for_a_result, [&]() -> Look {
        const timespec moment{0, 1'000'000};
        given = futex(word, FUTEX_WAIT | is_private, expected, &moment, 0, 0);
        if (given == -ETIMEDOUT || given == -EINTR) return std::nullopt;
        return std::max(submission_threads().notices(word).last, recorder.now());
    });
    return in_time ? given : -ETIMEDOUT;
}

long waiting(std::uint32_t* word, long operation, long value, const timespec* timeout, long second,
             long third) {
    const bool from_now =
        (operation & FUTEX_CMD_MASK) == FUTEX_WAIT;  // its timeout is a length; else a deadline
    std::optional<Nanoseconds> length;
    if (timeout != nullptr) {
        const clockid_t clock = (operation & FUTEX_CLOCK_REALTIME) != 0 ? CLOCK_REALTIME : CLOCK_MONOTONIC;
        length = from_now ? length_of(*timeout) : until(clock, *timeout);
    }
    if (Recorder* recorder = stepping()) {
        std::optional<Nanoseconds> deadline;
        if (length) deadline = recorder->now() + *length;
        return wait_for_word(*recorder, word, static_cast<std::uint32_t>(value), deadline,
                             operation & FUTEX_PRIVATE_FLAG);
    }
    if (length) {  // in a thread: threads have no common time
        if (__atomic_load_n(word, __ATOMIC_SEQ_CST) != static_cast<std::uint32_t>(value)) return -EAGAIN;
        block(*length, for_a_result);
        return -ETIMEDOUT;
    }
    std::optional<Resting> resting;
    if (in_started_thread()) resting.emplace(word);
    return futex(word, operation, value, timeout, second, third);
}

/// Calls that are replaced elsewhere go there; the others go to the kernel.
long call(long number, const long (&a)[6]) {
    if (!is_virtual_here()) return system_call(number, a[0], a[1], a[2], a[3], a[4], a[5]);
    switch (number) {
        case SYS_futex: {
            const long what = a[1] & FUTEX_CMD_MASK;
            if (what == FUTEX_WAIT || what == FUTEX_WAIT_BITSET) return futex_wait(a);
            if (what == FUTEX_WAKE || what == FUTEX_WAKE_BITSET) {
                const auto* const word = reinterpret_cast<const void*>(a[0]);
                submission_threads().notify(word);
                submission_threads().calls_up(word, static_cast<int>(a[2]));
            }
            break;
        }
        case SYS_nanosleep:
        case SYS_clock_nanosleep: {
            const long* const request = number == SYS_nanosleep ? &a[0] : &a[2];
            return -clock_nanosleep(number == SYS_nanosleep ? CLOCK_MONOTONIC : static_cast<clockid_t>(a[0]),
                                    number == SYS_nanosleep ? 0 : static_cast<int>(a[1]),
                                    reinterpret_cast<const timespec*>(*request), nullptr);
        }
        case SYS_getrandom:
            return getrandom(reinterpret_cast<void*>(a[0]), static_cast<std::size_t>(a[1]), 0);
        case SYS_getpid: return getpid();
        case SYS_gettid: return gettid();
        case SYS_clock_gettime:
            return clock_gettime(static_cast<clockid_t>(a[0]), reinterpret_cast<timespec*>(a[1]));
        case SYS_gettimeofday: return gettimeofday(reinterpret_cast<timeval*>(a[0]), nullptr);
#ifdef SYS_time
        case SYS_time: return time(reinterpret_cast<time_t*>(a[0]));
#endif
        case SYS_times: return times(reinterpret_cast<tms*>(a[0]));
        case SYS_getrusage:
            return getrusage(static_cast<__rusage_who_t>(a[0]), reinterpret_cast<rusage*>(a[1]));
        default: break;
    }
    return system_call(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

}  // namespace

long child::futex_wait(const long (&a)[6]) {
    const long what = a[1] & FUTEX_CMD_MASK;
    if (what != FUTEX_WAIT && what != FUTEX_WAIT_BITSET) return -ENOSYS;
    return waiting(reinterpret_cast<std::uint32_t*>(a[0]), a[1], a[2],
                   reinterpret_cast<const timespec*>(a[3]), a[4], a[5]);
}

extern "C" [[gnu::weak]] long syscall(long number, ...) noexcept {
    va_list given;
    va_start(given, number);
    long arguments[6];
    for (long& argument : arguments) argument = va_arg(given, long);
    va_end(given);
    const long result = call(number, arguments);
    if (result >= 0 || result < -4095) return result;
    errno = static_cast<int>(-result);
    return -1;
}
