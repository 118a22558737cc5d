#pragma once

#include "runtime/observer.hpp"

#include <exception>
#include <string>

namespace aio::detail {

class Frame;
class TaskState;

/// Reports mistakes that no caller sees: to the observer, or else in one line on standard error.
void report_never_awaited(const Frame& frame) noexcept;
void report_never_retrieved(const TaskState& task, const std::exception_ptr& error) noexcept;
void report_failed_callback(const TaskState& task, const std::exception_ptr& error) noexcept;
/// Reports a step that blocked the loop for `step.length`.
void report_slow_step(const ObservedEvent& step) noexcept;

/// what() of an error, or its kind if it has none.
std::string describe_error(const std::exception_ptr& error);

}  // namespace aio::detail
