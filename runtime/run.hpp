#pragma once

#include "runtime/clock.hpp"
#include "runtime/coroutine.hpp"
#include "runtime/loop/task_state.hpp"
#include "runtime/observer.hpp"
#include "runtime/schedule.hpp"
#include "runtime/task.hpp"

#include <utility>

namespace aio {

/// How to run. The clock, the observer and the schedule must outlive run(); the defaults are real time, no
/// observer, and first come, first served.
struct RunOptions {
    Clock* clock = nullptr;
    Observer* observer = nullptr;
    Schedule* schedule = nullptr;

    /// For debugging: a step that blocks the loop longer than this, in real time, is reported with its
    /// coroutine and line (asyncio's slow_callback_duration). Zero: steps are not timed, at no cost.
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

    /// Runs until `main` has ended, and the tasks that it left behind are cancelled and cleaned up.
    void run(TaskState& main);

private:
    RealClock real_clock_;
    Loop* loop_;
};

}  // namespace detail

/// Runs a coroutine to its end and gives its result or throws its error. Tasks that it left running are then
/// cancelled and run their cleanup. Throws DeadlockError when nothing can ever wake it, RuntimeError inside
/// another run().
template <class T>
T run(Coroutine<T> coroutine, const RunOptions& options = {}) {
    detail::Runner runner(options);
    const Task<T> main = create_task(coroutine);
    runner.run(main.state());
    return main.result();
}

}  // namespace aio
