#include "runtime/errors.hpp"

#include <utility>

namespace aio {

namespace {

std::string deadlock_message(const std::vector<Waiting>& waiting) {
    std::string message = "deadlock: nothing left can run";
    for (const Waiting& one : waiting) {
        message += "\n  " + one.coroutine + " waits for " + one.waits_for;
        if (one.line != 0) message += " at line " + std::to_string(one.line);
    }
    return message;
}

}  // namespace

DeadlockError::DeadlockError(std::vector<Waiting> waiting)
    : std::runtime_error(deadlock_message(waiting)), waiting_(std::move(waiting)) {}

}  // namespace aio
