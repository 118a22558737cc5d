#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace aio {

/// Thrown at the co_await where a cancelled task waits. As in asyncio, it is not a std::exception, so that
/// `catch (const std::exception&)` lets it through. Clean up, then rethrow it.
class CancelledError final {};

/// The time of a timeout() or wait_for() is over.
class TimeoutError : public std::runtime_error {
public:
    TimeoutError() : std::runtime_error("the timeout ran out") {}
};

/// The library was used in a way that cannot work; the message says what to do instead.
class RuntimeError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// An argument that makes no sense, such as a semaphore of -1.
class ValueError : public std::invalid_argument {
public:
    using std::invalid_argument::invalid_argument;
};

/// One coroutine that can never go on.
struct Waiting {
    std::string coroutine;  ///< its function's name
    std::string waits_for;  ///< for example "a semaphore with no slot free"
    std::string file;       ///< the path that the compiler was given
    unsigned line;          ///< of the co_await
};

/// No task is ready, no timer is set, nothing outside is pending: run() would wait for ever.
class DeadlockError : public std::runtime_error {
public:
    explicit DeadlockError(std::vector<Waiting> waiting);

    /// The innermost waiting coroutine of every task that is left.
    const std::vector<Waiting>& waiting() const { return waiting_; }

private:
    std::vector<Waiting> waiting_;
};

}  // namespace aio
