#include "grader/child/stepping.hpp"

#include "grader/child/submission_threads.hpp"
#include "grader/child/system_call.hpp"
#include "runtime/loop/loop.hpp"

#include <sys/auxv.h>

#include <algorithm>
#include <cstring>

namespace child {

namespace {

/// A time of its own: of a thread that the submission started, and of its constructors before main().
struct OwnTime {
    Nanoseconds now{};
    int reads = 0;

    void sleep(Nanoseconds length) {
        now = length > Nanoseconds::max() - now ? Nanoseconds::max() : now + length;
    }
    /// Like Recorder::clock_was_read(), but without a record.
    void clock_was_read() {
        if (++reads > 1000) sleep(std::max<Nanoseconds>(std::chrono::milliseconds(1), now / 1000));
    }
};

thread_local int number_of_thread = 0;
thread_local OwnTime threads_time;

bool live = false;
bool before_main = false;
OwnTime time_before_main;

// Before the submission's constructors. The live run has real time from its first moment on.
[[gnu::constructor(101)]] void program_begins(int count, char** arguments, char**) {
    live = count == 2 && std::strcmp(arguments[1], "--live") == 0;
    before_main = !live;
    constexpr std::size_t bytes_of_chance = 16;  // given by the kernel to every program
    if (!live) std::memset(reinterpret_cast<void*>(getauxval(AT_RANDOM)), 0, bytes_of_chance);
}

/// The own time of this thread, or of the constructors before main(); null if the recorder's or real time
/// applies.
OwnTime* own_time() {
    if (number_of_thread != 0) return &threads_time;
    const bool constructing = before_main && aio::detail::Loop::current_or_null() == nullptr &&
                              system_call(SYS_gettid) == system_call(SYS_getpid);
    return constructing ? &time_before_main : nullptr;
}

}  // namespace

Recorder* stepping() {
    Recorder* recorder = current_recorder();
    if (recorder == nullptr) return nullptr;
    const aio::detail::Loop* loop = aio::detail::Loop::current_or_null();
    return loop != nullptr && loop->current_frame() != nullptr ? recorder : nullptr;
}

bool in_started_thread() { return number_of_thread != 0; }
int thread_number() { return number_of_thread; }
bool is_live() { return live; }
bool is_virtual_here() { return stepping() != nullptr || own_time() != nullptr; }
void main_begins() { before_main = false; }

Nanoseconds read_virtual() {
    if (Recorder* recorder = stepping()) {
        recorder->clock_was_read();
    } else {
        own_time()->clock_was_read();
    }
    return virtual_now();
}

Nanoseconds virtual_now() {
    const Recorder* recorder = stepping();
    return recorder != nullptr ? recorder->now() : own_time()->now;
}

bool block(Nanoseconds length, const char* in_what) {
    Recorder* recorder = stepping();
    OwnTime* own = recorder == nullptr ? own_time() : nullptr;
    if (recorder == nullptr && own == nullptr) return false;
    if (length <= Nanoseconds::zero()) return true;
    if (recorder != nullptr) {
        recorder->blocked(length, in_what);
    } else {
        own->sleep(length);
        if (in_started_thread()) submission_threads().sleep_until(own->now);
    }
    return true;
}

Nanoseconds processor_time() {
    const Recorder* recorder = stepping();
    return recorder != nullptr ? recorder->processor_time() : own_time()->now;
}

void begin_thread(Nanoseconds now, int number) {
    number_of_thread = number;
    threads_time = {now, 0};
}

}  // namespace child
