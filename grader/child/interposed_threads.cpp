// Replaces the C library's functions that start a thread or wait for one. A wait on the loop's thread blocks
// the loop, and lasts until the virtual time at which the other thread did what it waits for
// (submission_threads.hpp). When no thread is left that could do it, the run ends at once: a real one would
// wait for ever.

#include "grader/child/submission_threads.hpp"
#include "grader/child/trapped_waits.hpp"

#include <pthread.h>

#include <cerrno>
#include <ctime>
#include <limits>

namespace {

using namespace child;

struct Start {
    void* (*function)(void*);
    void* argument;
    Nanoseconds begins_at;
    int number;
};

constexpr int all = std::numeric_limits<int>::max();

/// Says that the thread is over, however it ends: pthread_exit() unwinds the stack, too.
struct ThreadEnd {
    ~ThreadEnd() {
        const auto* const self = reinterpret_cast<const void*>(pthread_self());
        submission_threads().notify(self);
        submission_threads().calls_up(self, all);
        submission_threads().thread_ended(pthread_self());
    }
};

void* run_started_thread(void* raw) {
    const Start start = *static_cast<Start*>(raw);
    delete static_cast<Start*>(raw);
    begin_thread(start.begins_at, start.number);
    submission_threads().thread_began(pthread_self());
    const ThreadEnd end;
    return start.function(start.argument);
}

/// The moment one millisecond of real time from now, on CLOCK_REALTIME: one look lasts until then.
timespec soon() {
    static auto* const next = real<int(clockid_t, timespec*)>("clock_gettime");
    timespec now{};
    next(CLOCK_REALTIME, &now);
    return to_timespec(length_of(now) + std::chrono::milliseconds(1));
}

constexpr const char* condition_version =
    "GLIBC_2.3.2";  // an older one has another layout, and is found first
constexpr const char* for_a_condition = "waiting for a condition";

using TimedWait = int(pthread_cond_t*, pthread_mutex_t*, const timespec*);
TimedWait* real_timed_wait() {
    static auto* const next = real<TimedWait>("pthread_cond_timedwait", condition_version);
    return next;
}

/// The loop's thread waits for a condition. False when the deadline came first.
bool wait_for_condition(Recorder& recorder, pthread_cond_t* condition, pthread_mutex_t* mutex,
                        std::optional<Nanoseconds> deadline) {
    const std::uint64_t before = submission_threads().notices(condition).count;
    // A notice between two looks is not lost: it has been counted.
    return wait_for_others(recorder, deadline, for_a_condition, [&]() -> Look {
        const auto told = [&] { return submission_threads().notices(condition); };
        if (told().count == before) {
            const timespec moment = soon();
            const ReallyWaiting here;
            real_timed_wait()(condition, mutex, &moment);
        }
        if (told().count == before) return std::nullopt;
        return told().last;
    });
}

int timed_wait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock, const timespec* deadline) {
    const Nanoseconds length = until(clock, *deadline);
    Recorder* recorder = stepping();
    if (recorder == nullptr) {  // in a thread: threads have no common time
        block(length, for_a_condition);
        return ETIMEDOUT;
    }
    return wait_for_condition(*recorder, condition, mutex, recorder->now() + length) ? 0 : ETIMEDOUT;
}

/// A condition is about to be signalled to at most `count` threads.
void tell_waiting(const void* condition, int count) {
    if (!is_virtual_here()) return;
    submission_threads().notify(condition);
    submission_threads().calls_up(condition, count);
}

}  // namespace

extern "C" {

int pthread_create(pthread_t* __restrict thread, const pthread_attr_t* __restrict attributes,
                   void* (*function)(void*), void* __restrict argument) noexcept {
    static auto* const next =
        real<int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>("pthread_create");
    Recorder* recorder = stepping();
    if (recorder == nullptr && !in_started_thread()) return next(thread, attributes, function, argument);
    if (recorder != nullptr) recorder->thread_started();
    static std::atomic<int> threads = 0;
    auto* start = new Start{function, argument, virtual_now(), ++threads};
    submission_threads().started();
    const int failed = next(thread, attributes, run_started_thread, start);
    if (failed != 0) {
        submission_threads().ended();
        delete start;
    } else if (recorder != nullptr) {
        submission_threads().let_run();
    }
    return failed;
}

int pthread_join(pthread_t thread, void** result) {
    static auto* const next = real<int(pthread_t, void**)>("pthread_join");
    Recorder* recorder = stepping();
    if (recorder == nullptr) {
        std::optional<Resting> resting;
        if (in_started_thread()) resting.emplace(reinterpret_cast<const void*>(thread));
        const int failed = next(thread, result);
        if (failed == 0 && in_started_thread()) {
            block(submission_threads().notices(reinterpret_cast<const void*>(thread)).last - virtual_now(),
                  "");
        }
        return failed;
    }
    static auto* const timed = real<int(pthread_t, void**, const timespec*)>("pthread_timedjoin_np");
    int failed = 0;
    wait_for_others(*recorder, std::nullopt, "waiting for a thread", [&]() -> Look {
        const std::optional<bool> has_ended = submission_threads().has_ended(thread);
        if (has_ended == false) return std::nullopt;
        const timespec moment = soon();
        const ReallyWaiting here;
        // One whose function has returned comes to its end, however long the kernel needs for that.
        failed = has_ended ? next(thread, result) : timed(thread, result, &moment);
        if (failed == ETIMEDOUT) return std::nullopt;
        return submission_threads().notices(reinterpret_cast<const void*>(thread)).last;
    });
    return failed;
}

[[gnu::weak]] int pthread_cond_wait(pthread_cond_t* __restrict condition, pthread_mutex_t* __restrict mutex) {
    static auto* const next =
        real<int(pthread_cond_t*, pthread_mutex_t*)>("pthread_cond_wait", condition_version);
    if (Recorder* recorder = stepping()) {
        wait_for_condition(*recorder, condition, mutex, std::nullopt);
        return 0;
    }
    if (!in_started_thread()) return next(condition, mutex);
    const Resting resting(condition);
    return next(condition, mutex);
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock,
                           const timespec* deadline) {
    if (is_virtual_here()) return timed_wait(condition, mutex, clock, deadline);
    static auto* const next =
        real<int(pthread_cond_t*, pthread_mutex_t*, clockid_t, const timespec*)>("pthread_cond_clockwait");
    return next(condition, mutex, clock, deadline);
}

int pthread_cond_timedwait(pthread_cond_t* __restrict condition, pthread_mutex_t* __restrict mutex,
                           const timespec* __restrict deadline) {
    if (is_virtual_here()) return timed_wait(condition, mutex, CLOCK_REALTIME, deadline);
    return real_timed_wait()(condition, mutex, deadline);
}

[[gnu::weak]] int pthread_cond_signal(pthread_cond_t* condition) noexcept {
    static auto* const next = real<int(pthread_cond_t*)>("pthread_cond_signal", condition_version);
    tell_waiting(condition, 1);
    return next(condition);
}

[[gnu::weak]] int pthread_cond_broadcast(pthread_cond_t* condition) noexcept {
    static auto* const next = real<int(pthread_cond_t*)>("pthread_cond_broadcast", condition_version);
    tell_waiting(condition, all);
    return next(condition);
}

[[gnu::weak]] int pthread_mutex_lock(pthread_mutex_t* mutex) noexcept {
    static auto* const next = real<int(pthread_mutex_t*)>("pthread_mutex_lock");
    if (!is_virtual_here()) return next(mutex);
    int failed = pthread_mutex_trylock(mutex);
    if (failed != EBUSY) return failed;
    Recorder* recorder = stepping();
    if (recorder == nullptr) {
        if (!in_started_thread()) return next(mutex);
        const Resting resting;
        submission_threads().queues();
        failed = next(mutex);
        submission_threads().has_queued();
        return failed;
    }
    static auto* const timed = real<int(pthread_mutex_t*, const timespec*)>("pthread_mutex_timedlock");
    wait_for_others(*recorder, std::nullopt, "waiting for a mutex", [&]() -> Look {
        const timespec moment = soon();
        const ReallyWaiting here;
        failed = timed(mutex, &moment);
        if (failed == ETIMEDOUT) return std::nullopt;
        return std::max(recorder->now(), submission_threads().woken_at());
    });
    return failed;
}

}  // extern "C"
