#pragma once

#include "runtime/clock.hpp"
#include "runtime/coroutine.hpp"
#include "runtime/loop/task_state.hpp"
#include "runtime/observer.hpp"
#include "runtime/schedule.hpp"
#include "runtime/task.hpp"

#include <utility>

namespace aio {

/// How to run. The clock, the observer and the schedule must outlive run(); the defaults are real time,
/// nobody watching, and first come, first served.
struct RunOptions {
    Clock* clock = nullptr;
    Observer* observer = nullptr;
    Schedule* schedule = nullptr;

    /// For debugging: a step that holds the loop longer than this, in real time, is reported with its
    /// coroutine and line (asyncio's slow_callback_duration). Zero: steps are not timed, and it costs
    /// nothing.
    Duration slow_step{};
};

namespace detail {

/// The loop of one run().
class Runner {
public:
    explicit Runner(const RunOptions& options);
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    /// Until `main` has ended and what it left behind is cancelled and cleaned up.
    void run(TaskState& main);

private:
    RealClock real_clock_;
    Loop* loop_;
};

}  // namespace detail

/// Runs a coroutine to its end and gives its result or throws its error. What it left running is then
/// cancelled and runs its cleanup. Throws DeadlockError when nothing can ever wake it, RuntimeError inside
/// another run().
template <class T>
T run(Coroutine<T> coroutine, const RunOptions& options = {}) {
    detail::Runner runner(options);
    const Task<T> main = create_task(coroutine);
    runner.run(main.state());
    return main.result();
}

}  // namespace aio
