#include "runtime/run.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"

#include <exception>

namespace aio::detail {

Runner::Runner(const RunOptions& options)
    : loop_(new Loop(options.clock != nullptr ? *options.clock : real_clock_, options.observer)) {
    loop_->report_slower_than(options.slow_step);
    if (options.schedule != nullptr) loop_->let_choose(*options.schedule);
}

Runner::~Runner() { delete loop_; }

void Runner::run(TaskState& main) {
    std::exception_ptr deadlock;
    try {
        loop_->run_until_done(main);
    } catch (const DeadlockError&) {
        deadlock = std::current_exception();
    }
    try {
        loop_->cancel_leftovers();
    } catch (const DeadlockError&) {
        if (!deadlock) deadlock = std::current_exception();
    }
    loop_->run_last_turns();
    if (deadlock) std::rethrow_exception(deadlock);
}

}  // namespace aio::detail
