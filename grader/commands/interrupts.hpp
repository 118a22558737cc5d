#pragma once

#include "runtime/aio.hpp"
#include "runtime/io/signal.hpp"

#include <csignal>

namespace grader {

/// The exit code of a command that Ctrl-C ended: 128 and the signal's number, as a shell has it.
inline constexpr int interrupted = 130;

/// Ctrl-C, or a polite kill, cancels the task: boxes are closed and temporary folders go, as at any other
/// end.
inline aio::Coroutine<> cancel_when_interrupted(aio::Task<> task) {
    aio::Signals signals({SIGINT, SIGTERM});
    co_await signals.next();
    task.cancel();
}

/// Does the work; gives false when it was interrupted.
inline aio::Coroutine<bool> until_interrupted(aio::Coroutine<> work) {
    const aio::Task<> task = aio::create_task(work);
    const aio::Task<> interrupts = aio::create_task(cancel_when_interrupted(task));
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
        co_return false;
    }
    interrupts.cancel();
    co_return true;
}

}  // namespace grader
