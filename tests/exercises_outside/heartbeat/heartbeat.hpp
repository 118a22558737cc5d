#pragma once

#include "runtime/aio.hpp"

#include <iostream>
#include <memory>
#include <stdexcept>

/// Counts the signs of life.
class Monitor {
public:
    void beat() {
        ++beats;
        std::cout << "still alive\n";
    }
    int beats = 0;
};

/// Awaits `job`, and calls monitor->beat() after every `every` until it is over; then no more. Gives what the
/// job gives, or throws its error, as soon as it is there. This is what you write.
aio::Coroutine<int> with_heartbeat(aio::Coroutine<int> job, std::shared_ptr<Monitor> monitor,
                                   aio::Duration every);

// What follows uses it.

inline aio::Coroutine<int> work(aio::Duration length, bool fails) {
    co_await aio::sleep(length);
    if (fails) throw std::runtime_error("the work failed");
    co_return 42;
}

struct Watched {
    int answer = 0;
    bool failed = false;
    int beats = 0;         ///< during the work
    int beats_after = 0;   ///< in the time after it
    aio::Duration took{};  ///< until with_heartbeat() was over
};

/// Work with a heartbeat; then looks for a while whether the heart still beats.
inline aio::Coroutine<Watched> watch(aio::Duration length, aio::Duration every, bool fails) {
    const auto monitor = std::make_shared<Monitor>();
    Watched watched;
    const aio::Duration begin = aio::now();
    try {
        watched.answer = co_await with_heartbeat(work(length, fails), monitor, every);
    } catch (const std::runtime_error&) {
        watched.failed = true;
    }
    watched.took = aio::now() - begin;
    watched.beats = monitor->beats;
    co_await aio::sleep(2 * every);
    watched.beats_after = monitor->beats - watched.beats;
    co_return watched;
}
