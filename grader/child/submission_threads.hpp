#pragma once

#include "grader/child/stepping.hpp"

#include <algorithm>
#include <atomic>
#include <optional>

namespace child {

/// The threads that the submission started, each with a virtual time of its own. The loop's thread leads: one
/// that is started runs until it ends, waits for somebody or sleeps; one that sleeps goes on when the loop's
/// thread has come to that time, or waits for what only others can do. So all that they do has the same order
/// every time. In real time nobody waits for another for long: some threads compute, or wait in a way that is
/// not seen.
class SubmissionThreads {
public:
    void started() { ++running_; }
    void ended() { --running_; }

    // For the loop's thread.

    /// Gives them real time until none is running; a second in all, since some never stop.
    void let_run();

    /// Lets the one go on that sleeps for the shortest, and not beyond that time. False when there is none.
    bool wake_next(Nanoseconds up_to);

    /// Lets all of these go on, one after the other: the loop's thread has come to that time.
    void wake_all(Nanoseconds up_to);

    /// Whether any is left that is not itself waiting for somebody.
    bool any_running() const { return running_ > 0; }
    /// Whether any waits for a mutex: it goes on as soon as it gets it.
    bool any_queueing() const { return queueing_ > 0; }

    /// The virtual time to which the last one was woken.
    Nanoseconds woken_at() const { return woken_at_; }

    // For the threads.

    /// Sleeps until the loop's thread lets this one go on.
    void sleep_until(Nanoseconds moment);

    void queues() { ++queueing_; }
    void has_queued() { --queueing_; }

    // For both.

    /// Something was done that others may wait for at this address.
    void notify(const void* address);

    /// How often that was, and the virtual time of the last one.
    struct Notices {
        std::uint64_t count = 0;
        Nanoseconds last{};
    };
    Notices notices(const void* address) const;

private:
    std::atomic<int> running_ = 0;
    std::atomic<int> queueing_ = 0;
    Nanoseconds woken_at_{};
    int looks_ = 0;  // of let_run(), so far
};

SubmissionThreads& submission_threads();

/// What a look for what is waited for gives: nothing yet, or that it is there and since when.
using Look = std::optional<Nanoseconds>;

/// Waits on the loop's thread until `look`, which may take a millisecond of real time, gives something, and
/// moves the time to that moment. False when the deadline came first. Without a deadline, a wait for nobody
/// is the end.
template <class Looking>
bool wait_for_others(Recorder& recorder, std::optional<Nanoseconds> deadline, const char* in_what,
                     Looking look) {
    // Who queues for a mutex that a look gives free may be slow to take it; but it may be one that nobody
    // gives free.
    int patience = 200;
    for (;;) {
        submission_threads().let_run();
        const bool hope = submission_threads().any_running() || (submission_threads().any_queueing() && --patience > 0);
        if (const Look found = look()) {
            const Nanoseconds since = deadline ? std::min(*found, *deadline) : *found;
            block(since - recorder.now(), in_what);
            return !deadline || *found <= *deadline;
        }
        if (hope || submission_threads().wake_next(deadline.value_or(Nanoseconds::max()))) continue;
        if (!deadline) recorder.stuck(in_what);
        block(*deadline - recorder.now(), in_what);
        return false;
    }
}

/// A thread of the submission's waits for others, in real time: it is none that others may wait for.
class Resting {
public:
    Resting() { submission_threads().ended(); }
    ~Resting() { submission_threads().started(); }
    Resting(const Resting&) = delete;
    Resting& operator=(const Resting&) = delete;
};

}  // namespace child
