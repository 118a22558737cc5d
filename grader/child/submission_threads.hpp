#pragma once

#include "grader/child/stepping.hpp"

#include <algorithm>
#include <atomic>
#include <optional>

namespace child {

/// The threads that the submission started, each with its own virtual time. The loop's thread leads. A new
/// thread runs until it ends, waits for another thread, or sleeps. A sleeping thread goes on when the loop's
/// thread has reached that time. It also goes on when the loop's thread waits for something that only another
/// thread can do. So threads do everything in the same order every time. In real time no thread waits long
/// for another, because some threads compute, or wait in a way that is not seen.
class SubmissionThreads {
public:
    void started() { ++running_; }
    void ended();

    /// A thread begins, and is over. `thread` is its pthread_t; one that has ended may be used again.
    void thread_began(unsigned long thread);
    void thread_ended(unsigned long thread);
    /// Whether its function has returned: the kernel needs a moment more to end it. Nothing for a thread that
    /// the submission did not start.
    std::optional<bool> has_ended(unsigned long thread) const;

    // For the loop's thread.

    /// Gives the threads real time until none is running; three seconds in all, since some never stop.
    void let_run();

    /// Gives them a millisecond of real time, whether any is running or not.
    void wait_a_millisecond();

    /// Wakes the thread that sleeps until the earliest moment, if that is not after `up_to`. False if there
    /// is none.
    bool wake_next(Nanoseconds up_to);

    /// Wakes all threads that sleep until `up_to` at most, one after the other: the loop's thread has reached
    /// that time.
    void wake_all(Nanoseconds up_to);

    /// Whether any thread is left that is not waiting for another one.
    bool any_running() const { return running_ > 0; }
    /// Whether any thread waits in real time for another one. When the awaited thread is ready, the kernel
    /// may need a while to wake the waiting one.
    bool any_resting() const { return resting_ > 0; }
    /// Whether any thread waits for a mutex: it goes on as soon as it gets the mutex.
    bool any_queueing() const { return queueing_ > 0; }

    /// The virtual time at which the last thread was woken.
    Nanoseconds woken_at() const { return woken_at_; }

    // For the threads.

    /// Sleeps until the loop's thread wakes this one.
    void sleep_until(Nanoseconds moment);

    /// Waits in real time for another thread: it does not count as running. `what`: the address or the thread
    /// that calls_up() names, or null.
    void rests(const void* what);
    void has_rested(const void* what);

    void queues() { ++queueing_; }
    void has_queued() { --queueing_; }

    // For both.

    /// Call this when `count` of the threads that rest for this will go on. They count as running from now
    /// on: the kernel may take its time to wake them.
    void calls_up(const void* what, int count);

    /// Call this when something has happened at this address for which other threads may wait.
    void notify(const void* address);

    /// How often notify() was called, and the virtual time of the last call.
    struct Notices {
        std::uint64_t count = 0;
        Nanoseconds last{};
    };
    Notices notices(const void* address) const;

private:
    std::atomic<int> running_ = 0;
    std::atomic<int> queueing_ = 0;
    std::atomic<int> resting_ = 0;
    Nanoseconds woken_at_{};
    int milliseconds_waited_ = 0;  // in let_run(), so far
};

SubmissionThreads& submission_threads();

/// The result of a check whether the awaited event has happened: nothing yet, or when it happened.
using Look = std::optional<Nanoseconds>;

/// Waits on the loop's thread until `look`, which may take a millisecond of real time, gives a moment; moves
/// the time to that moment. False if the deadline came first. Without a deadline, the run ends if no thread
/// is left that could end the wait.
template <class Looking>
bool wait_for_others(Recorder& recorder, std::optional<Nanoseconds> deadline, const char* in_what,
                     Looking look) {
    // A thread that queues for a mutex which a look has released may take it late; but it may also queue for
    // a mutex that no thread releases.
    int patience = 200;
    int looks_for_resting = 300;
    for (;;) {
        submission_threads().let_run();
        const bool hope =
            submission_threads().any_running() || (submission_threads().any_queueing() && --patience > 0);
        if (const Look found = look()) {
            const Nanoseconds since = deadline ? std::min(*found, *deadline) : *found;
            block(since - recorder.now(), in_what);
            return !deadline || *found <= *deadline;
        }
        if (hope || submission_threads().wake_next(deadline.value_or(Nanoseconds::max()))) continue;
        if (submission_threads().any_resting() && --looks_for_resting > 0) {
            submission_threads().wait_a_millisecond();
            continue;
        }
        if (!deadline) recorder.stuck(in_what);
        block(*deadline - recorder.now(), in_what);
        return false;
    }
}

/// While this lives, its thread waits for other threads in real time, and does not count as running.
class Resting {
public:
    explicit Resting(const void* what = nullptr) : what_(what) { submission_threads().rests(what_); }
    ~Resting() { submission_threads().has_rested(what_); }
    Resting(const Resting&) = delete;
    Resting& operator=(const Resting&) = delete;

private:
    const void* what_;
};

}  // namespace child
