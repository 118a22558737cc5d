#include "runtime/task.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"

namespace aio::detail {

void require_loop() { Loop::current(); }

void throw_not_done(const std::string& task) {
    throw RuntimeError("the result of task '" + task + "' is not there yet: co_await the task first");
}

}  // namespace aio::detail
