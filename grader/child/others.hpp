#pragma once

#include "grader/child/stepping.hpp"

#include <atomic>
#include <optional>

namespace child {

/// The threads that the submission started. They run in real time, each with a virtual time of its own.
/// Whoever waits for them on the loop's thread waits in real time until they have done it, or until none of
/// them is left that could, and is then blocked until the virtual time at which they did.
class Others {
public:
    void started() { ++running_; }
    void ended() { --running_; }

    /// Whether any is left that is not itself waiting for somebody.
    bool any_running() const { return running_ > 0; }

    /// One of them, or the loop's thread, has done what others may wait for at this address.
    void notify(const void* address);

    /// How often that was, and the virtual time of the last one.
    struct Notices {
        std::uint64_t count = 0;
        Nanoseconds last{};
    };
    Notices notices(const void* address) const;

private:
    std::atomic<int> running_ = 0;
};

Others& others();

/// What a look for what is waited for gives: nothing yet, or that it is there and since when.
using Look = std::optional<Nanoseconds>;

/// Waits on the loop's thread until `look`, which may take a millisecond of real time, gives something, and
/// moves the time to that moment. False when the deadline came first. Without a deadline, a wait for nobody
/// is the end.
template <class Looking>
bool wait_for_others(Recorder& recorder, std::optional<Nanoseconds> deadline, const char* in_what,
                     Looking look) {
    for (;;) {
        const bool hope = others().any_running();
        if (const Look found = look()) {
            const Nanoseconds since = deadline ? std::min(*found, *deadline) : *found;
            block(since - recorder.now(), in_what);
            return !deadline || *found <= *deadline;
        }
        if (hope) continue;
        if (!deadline) recorder.stuck(in_what);
        block(*deadline - recorder.now(), in_what);
        return false;
    }
}

/// A thread of the submission's waits for others, in real time: it is none that others may wait for.
class Resting {
public:
    Resting() { others().ended(); }
    ~Resting() { others().started(); }
    Resting(const Resting&) = delete;
    Resting& operator=(const Resting&) = delete;
};

}  // namespace child
