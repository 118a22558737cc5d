#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/loop/task_state.hpp"

#include <initializer_list>

namespace aio {

namespace detail {
class SignalsState;
}

/// While this object exists, catches signals sent to this program, such as SIGINT. After that they have their
/// old effect again.
class Signals {
public:
    /// Throws std::system_error when one of them cannot be caught, RuntimeError outside run().
    Signals(std::initializer_list<int> signals);
    Signals(Signals&& other) noexcept;
    Signals& operator=(Signals&& other) noexcept;
    ~Signals();

    /// Waits for a signal and gives its number; signals that came before come first. Throws RuntimeError when
    /// another task already waits.
    Coroutine<int> next();

private:
    detail::Reference<detail::SignalsState> state_;
};

}  // namespace aio
