#include "grader/commands/interrupts.hpp"

#include "runtime/aio.hpp"
#include "runtime/io/signal.hpp"

#include <csignal>
#include <utility>

namespace grader::detail {

namespace {

aio::Coroutine<> cancel_when_interrupted(aio::Signals signals, aio::Task<> task, int& signal) {
    // Caught once only: the second one must find the usual action.
    aio::Signals once = std::move(signals);
    signal = co_await once.next();
    task.cancel();
}

}  // namespace

aio::Coroutine<int> interrupting_signal(aio::Coroutine<> work) {
    aio::Signals signals({SIGINT, SIGTERM});  // caught before the work begins
    int signal = 0;
    const aio::Task<> task = aio::create_task(work);
    const aio::Task<> interrupts =
        aio::create_task(cancel_when_interrupted(std::move(signals), task, signal));
    const auto [done] = co_await aio::gather(aio::return_exceptions, task);
    interrupts.cancel();
    co_await aio::gather(aio::return_exceptions, interrupts);
    if (signal == 0) done.value();
    co_return signal;
}

}  // namespace grader::detail
