#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/exception_group.hpp"
#include "runtime/loop/task_state.hpp"
#include "runtime/loop/waiter.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <vector>

namespace aio::detail {

/// A task group: its children that have not ended, and the coroutine that runs its body and waits for them.
/// Lives in the frame that awaits the group; names and steps are those of asyncio's TaskGroup (CPython 3.13).
class GroupState {
public:
    GroupState() = default;
    ~GroupState();
    GroupState(const GroupState&) = delete;
    GroupState& operator=(const GroupState&) = delete;

    /// Why no task can be added any more; null while tasks can be added.
    const char* closed() const noexcept;
    void add(TaskState& task);

    /// Takes the body, which runs from start() on. start() returns whether everything is already over;
    /// leave() throws the errors.
    void enter(Coroutine<> body, std::uint32_t line);
    bool start() noexcept;
    void leave();

private:
    class Child;
    class AllEnded;

    Coroutine<> run(Coroutine<> body);
    void abort();
    void child_ended(Child& child);
    [[noreturn]] void throw_failures();

    Child* first_ = nullptr;
    Child* last_ = nullptr;
    AllEnded* all_ended_ = nullptr;  // the wait of the group, while it waits
    TaskState* parent_ = nullptr;
    Promise<void>* scope_ = nullptr;  // the frame of run()
    std::uint32_t line_ = 0;
    bool exiting_ = false;
    bool aborting_ = false;
    bool parent_cancel_requested_ = false;
    std::vector<ExceptionGroup::Failure> failures_;
};

}  // namespace aio::detail
