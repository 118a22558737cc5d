#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/loop/task_state.hpp"

#include <initializer_list>

namespace aio {

namespace detail {
class SignalsState;
}

/// Catches signals sent to this program, such as SIGINT, for as long as it lives; then they do again what
/// they did.
class Signals {
public:
    /// Throws std::system_error when one of them cannot be caught, RuntimeError outside run().
    Signals(std::initializer_list<int> signals);
    Signals(Signals&& other) noexcept;
    Signals& operator=(Signals&& other) noexcept;
    ~Signals();

    /// Waits for a signal and gives its number; those that came meanwhile come first.
    /// Throws RuntimeError when somebody else waits already.
    Coroutine<int> next();

private:
    detail::Reference<detail::SignalsState> state_;
};

}  // namespace aio
