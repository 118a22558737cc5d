// The C library's clocks, taken over: where the time is virtual, they show virtual time. Processor time moves
// only in loops that watch a clock. Other code uses no processor time here, because the real figure would
// differ in every run.

#include "grader/child/stepping.hpp"

#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>
#include <unistd.h>

#include <ctime>

namespace {

using namespace child;
using std::chrono::microseconds;

// The clocks of other threads and processes (pthread_getcpuclockid) have negative numbers.
bool is_processor_time(clockid_t clock) {
    return clock == CLOCK_PROCESS_CPUTIME_ID || clock == CLOCK_THREAD_CPUTIME_ID || clock < 0;
}

timeval to_timeval(Nanoseconds time) {
    const timespec exact = to_timespec(time);
    return {exact.tv_sec, exact.tv_nsec / 1000};
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept {
    if (is_virtual_here()) {
        const Nanoseconds now = read_virtual();
        *time = to_timespec(is_processor_time(clock) ? processor_time()
                            : is_calendar(clock)     ? now + calendar_start
                                                     : now);
        return 0;
    }
    static auto* const next = real<int(clockid_t, timespec*)>("clock_gettime");
    return next(clock, time);
}

int gettimeofday(timeval* __restrict time, void* __restrict) noexcept {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    *time = {now.tv_sec, now.tv_nsec / 1000};
    return 0;
}

time_t time(time_t* result) noexcept {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (result != nullptr) *result = now.tv_sec;
    return now.tv_sec;
}

[[gnu::weak]] int timespec_get(timespec* time, int base) noexcept {
    if (base != TIME_UTC) return 0;
    clock_gettime(CLOCK_REALTIME, time);
    return base;
}

[[gnu::weak]] clock_t clock() noexcept {
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return std::chrono::duration_cast<std::chrono::duration<clock_t, std::ratio<1, CLOCKS_PER_SEC>>>(
               length_of(used))
        .count();
}

[[gnu::weak]] clock_t times(tms* used) noexcept {
    if (!is_virtual_here()) {
        static auto* const next = real<clock_t(tms*)>("times");
        return next(used);
    }
    using Ticks = std::chrono::duration<clock_t, std::ratio<1, 100>>;
    const Nanoseconds now = read_virtual();
    if (used != nullptr) *used = {std::chrono::duration_cast<Ticks>(processor_time()).count(), 0, 0, 0};
    return std::chrono::duration_cast<Ticks>(now).count();
}

[[gnu::weak]] int getrusage(__rusage_who_t who, rusage* used) noexcept {
    if (!is_virtual_here()) {
        static auto* const next = real<int(__rusage_who_t, rusage*)>("getrusage");
        return next(who, used);
    }
    read_virtual();
    *used = {};
    if (who != RUSAGE_CHILDREN) used->ru_utime = to_timeval(processor_time());
    return 0;
}

}  // extern "C"
