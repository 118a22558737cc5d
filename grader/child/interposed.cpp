// The blocking calls of the C library, taken over. While a coroutine of a script is being stepped on the loop's thread
// they move virtual time and say so, instead of waiting; everywhere else they do what they always do. They must not
// act outside a step: libuv and the C library itself read these clocks, too.
//
// In a thread that the submission started, sleeping moves a clock of that thread's own; whoever joins it on the
// loop's thread is blocked until the time at which that thread would have ended.

#include "grader/child/recorder.hpp"
#include "runtime/loop/loop.hpp"

#include <dlfcn.h>
#include <poll.h>
#include <pthread.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <ctime>
#include <map>
#include <mutex>

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

/// The moment at which the virtual calendar begins: some noon, so that a printed time of day looks like one.
constexpr nanoseconds calendar_start = seconds(1'700'000'000);

thread_local bool in_started_thread = false;
thread_local nanoseconds thread_time{};  // of a thread the submission started

/// When each thread that has ended would have ended. A function's static: it is used before main().
struct EndedThreads {
    std::mutex mutex;
    std::map<pthread_t, nanoseconds> ended_at;
};
EndedThreads& ended_threads() {
    static EndedThreads threads;
    return threads;
}

/// The recorder, when a coroutine is being stepped right here.
child::Recorder* stepping() {
    child::Recorder* recorder = child::current_recorder();
    if (recorder == nullptr) return nullptr;
    const aio::detail::Loop* loop = aio::detail::Loop::current_or_null();
    return loop != nullptr && loop->current_frame() != nullptr ? recorder : nullptr;
}

nanoseconds length_of(const timespec& time) { return seconds(time.tv_sec) + nanoseconds(time.tv_nsec); }

timespec to_timespec(nanoseconds time) {
    timespec result{};
    result.tv_sec = std::chrono::floor<seconds>(time).count();
    result.tv_nsec = (time - std::chrono::floor<seconds>(time)).count();
    return result;
}

bool is_calendar(clockid_t clock) { return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE; }

bool is_virtual(clockid_t clock) {
    return is_calendar(clock) || clock == CLOCK_MONOTONIC || clock == CLOCK_MONOTONIC_RAW ||
           clock == CLOCK_MONOTONIC_COARSE || clock == CLOCK_BOOTTIME;
}

/// Sleeps in virtual time. False when this is none of ours: the caller then sleeps for real.
bool block(nanoseconds length, const char* in_what) {
    if (length < nanoseconds::zero()) length = nanoseconds::zero();
    if (child::Recorder* recorder = stepping()) {
        recorder->blocked(length, in_what);
        return true;
    }
    if (in_started_thread) {
        thread_time += length;
        return true;
    }
    return false;
}

/// The virtual time, for whoever is to see it.
bool read_virtual(nanoseconds& time) {
    if (child::Recorder* recorder = stepping()) {
        recorder->clock_was_read();
        time = recorder->now();
        return true;
    }
    time = thread_time;
    return in_started_thread;
}

/// A deadline on one of the clocks, as a length from now.
nanoseconds until(clockid_t clock, const timespec& deadline) {
    nanoseconds now{};
    if (const child::Recorder* recorder = stepping()) {
        now = recorder->now();
    } else {
        now = thread_time;
    }
    return length_of(deadline) - now - (is_calendar(clock) ? calendar_start : nanoseconds::zero());
}

template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

struct Start {
    void* (*function)(void*);
    void* argument;
    nanoseconds begins_at;
};

void* run_started_thread(void* raw) {
    const Start start = *static_cast<Start*>(raw);
    delete static_cast<Start*>(raw);
    in_started_thread = true;
    thread_time = start.begins_at;
    void* result = start.function(start.argument);
    EndedThreads& threads = ended_threads();
    const std::lock_guard lock(threads.mutex);
    threads.ended_at[pthread_self()] = thread_time;
    return result;
}

}  // namespace

extern "C" {

int clock_nanosleep(clockid_t clock, int flags, const timespec* request, timespec* left) {
    const bool ours = stepping() != nullptr || in_started_thread;
    if (ours) {
        block((flags & TIMER_ABSTIME) != 0 ? until(clock, *request) : length_of(*request), "sleep");
        return 0;
    }
    return syscall(SYS_clock_nanosleep, clock, flags, request, left) == 0 ? 0 : errno;
}

int nanosleep(const timespec* request, timespec* left) {
    if (block(length_of(*request), "sleep")) return 0;
    return static_cast<int>(syscall(SYS_clock_nanosleep, CLOCK_REALTIME, 0, request, left));
}

int usleep(useconds_t length) {
    const timespec request = to_timespec(microseconds(length));
    return nanosleep(&request, nullptr);
}

unsigned sleep(unsigned length) {
    const timespec request = to_timespec(seconds(length));
    nanosleep(&request, nullptr);
    return 0;
}

int poll(pollfd* descriptors, nfds_t count, int timeout) {
    if (count == 0 && timeout >= 0 && block(milliseconds(timeout), "poll")) return 0;
    return static_cast<int>(syscall(SYS_poll, descriptors, count, timeout));
}

int select(int count, fd_set* read, fd_set* write, fd_set* except, timeval* timeout) {
    if (count == 0 && timeout != nullptr &&
        block(seconds(timeout->tv_sec) + microseconds(timeout->tv_usec), "select")) {
        return 0;
    }
    return static_cast<int>(syscall(SYS_select, count, read, write, except, timeout));
}

int clock_gettime(clockid_t clock, timespec* time) noexcept {
    nanoseconds now{};
    if (is_virtual(clock) && read_virtual(now)) {
        *time = to_timespec(now + (is_calendar(clock) ? calendar_start : nanoseconds::zero()));
        return 0;
    }
    static auto* const next = real<int(clockid_t, timespec*)>("clock_gettime");
    return next != nullptr ? next(clock, time) : static_cast<int>(syscall(SYS_clock_gettime, clock, time));
}

int gettimeofday(timeval* __restrict time, void* __restrict) noexcept {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t* result) noexcept {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (result != nullptr) *result = now.tv_sec;
    return now.tv_sec;
}

int pthread_create(pthread_t* __restrict thread, const pthread_attr_t* __restrict attributes,
                   void* (*function)(void*), void* __restrict argument) noexcept {
    static auto* const next = real<int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>("pthread_create");
    child::Recorder* recorder = stepping();
    if (recorder == nullptr && !in_started_thread) return next(thread, attributes, function, argument);
    if (recorder != nullptr) recorder->thread_started();
    auto* start = new Start{function, argument, recorder != nullptr ? recorder->now() : thread_time};
    const int failed = next(thread, attributes, run_started_thread, start);
    if (failed != 0) delete start;
    return failed;
}

int pthread_join(pthread_t thread, void** result) {
    static auto* const next = real<int(pthread_t, void**)>("pthread_join");
    const int failed = next(thread, result);
    if (failed != 0 || (stepping() == nullptr && !in_started_thread)) return failed;
    EndedThreads& threads = ended_threads();
    const std::lock_guard lock(threads.mutex);
    const auto known = threads.ended_at.find(thread);
    if (known == threads.ended_at.end()) return failed;
    const nanoseconds now = stepping() != nullptr ? stepping()->now() : thread_time;
    if (known->second > now) block(known->second - now, "waiting for a thread");
    threads.ended_at.erase(known);
    return failed;
}

// condition_variable::wait_for and wait_until. Other threads get a moment of real time to signal; what they slept is
// not waited for, so a wait that outlasts it has timed out.
int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock,
                           const timespec* deadline) {
    static auto* const next =
        real<int(pthread_cond_t*, pthread_mutex_t*, clockid_t, const timespec*)>("pthread_cond_clockwait");
    if (stepping() == nullptr && !in_started_thread) return next(condition, mutex, clock, deadline);
    const nanoseconds length = until(clock, *deadline);
    block(length, "waiting for a condition");
    return ETIMEDOUT;
}

int pthread_cond_timedwait(pthread_cond_t* __restrict condition, pthread_mutex_t* __restrict mutex,
                           const timespec* __restrict deadline) {
    static auto* const next =
        real<int(pthread_cond_t*, pthread_mutex_t*, const timespec*)>("pthread_cond_timedwait");
    if (stepping() == nullptr && !in_started_thread) return next(condition, mutex, deadline);
    block(until(CLOCK_REALTIME, *deadline), "waiting for a condition");
    return ETIMEDOUT;
}

}  // extern "C"
