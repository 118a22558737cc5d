#pragma once

#include "runtime/loop/task_state.hpp"
#include "runtime/loop/waiter.hpp"

#include <cstdint>
#include <string>

namespace aio::detail {

/// One task waits for another to end. Cancelling the waiting task cancels the other one, as in asyncio.
class Join final : public Waiter, public DoneCallback {
public:
    explicit Join(TaskState& task) noexcept : task_(&task) {}

    bool ready();  ///< Throws RuntimeError when the task would await itself.
    void begin(std::uint32_t line) noexcept;
    void end(std::uint32_t line);  ///< Throws the awaited task's error.

private:
    void task_done() noexcept override { wake(); }
    bool cancel(CancelWork& work) noexcept override;
    Awaiting awaiting() const override;
    [[gnu::cold]] void tell_ended(bool cancelled, std::uint32_t line) const noexcept;

    TaskState* task_;
};

}  // namespace aio::detail
