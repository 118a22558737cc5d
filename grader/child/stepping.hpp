#pragma once

#include "grader/child/recorder.hpp"

#include <dlfcn.h>

#include <chrono>
#include <ctime>

namespace child {

using Nanoseconds = std::chrono::nanoseconds;

// Which thread is running. The replaced functions of the C library depend on it.

/// The recorder, if this thread is stepping a coroutine; else null.
Recorder* stepping();

/// Whether this is a thread that the submission started: it has its own virtual time.
bool in_started_thread();

/// Whether the time here is virtual: in a step, in a thread that the submission started, in its constructors
/// before main().
bool is_virtual_here();

/// Whether this is a run in real time, on a terminal.
bool is_live();

/// Which of the threads that the submission started this is, counted from 1; 0: none of them.
int thread_number();

/// Marks the end of the constructors that run before main().
void main_begins();

/// The virtual time, for the submission; the read counts (Recorder::clock_was_read). Requires:
/// is_virtual_here().
Nanoseconds read_virtual();
/// The same for our own code; the read does not count. Requires: is_virtual_here().
Nanoseconds virtual_now();

/// Sleeps in virtual time; a length of zero is not a sleep. False if the time here is real.
bool block(Nanoseconds length, const char* in_what);

/// The processor time that a real run would have used. Requires: is_virtual_here().
Nanoseconds processor_time();

/// Called in a new thread: its time begins at `now`, and this is its number.
void begin_thread(Nanoseconds now, int number);

/// The moment at which the virtual calendar begins: some noon, so that a printed time of day looks like one.
constexpr Nanoseconds calendar_start = std::chrono::seconds(1'700'000'000);

inline bool is_calendar(clockid_t clock) { return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE; }

inline Nanoseconds length_of(const timespec& time) {
    return std::chrono::seconds(time.tv_sec) + Nanoseconds(time.tv_nsec);
}

inline timespec to_timespec(Nanoseconds time) {
    timespec result{};
    result.tv_sec = std::chrono::floor<std::chrono::seconds>(time).count();
    result.tv_nsec = (time - std::chrono::floor<std::chrono::seconds>(time)).count();
    return result;
}

/// A deadline on one of the clocks, as a length from now. Requires: is_virtual_here().
inline Nanoseconds until(clockid_t clock, const timespec& deadline) {
    return length_of(deadline) - virtual_now() - (is_calendar(clock) ? calendar_start : Nanoseconds::zero());
}

/// The C library's own function of that name, which is replaced here.
template <class Function>
Function* real(const char* name, const char* version = nullptr) {
    void* found = version != nullptr ? dlvsym(RTLD_NEXT, name, version) : nullptr;
    return reinterpret_cast<Function*>(found != nullptr ? found : dlsym(RTLD_NEXT, name));
}

}  // namespace child
