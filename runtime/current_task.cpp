#include "runtime/current_task.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"

namespace aio {

AnyTask current_task() {
    detail::TaskState* task = detail::Loop::current().current_task();
    if (task == nullptr)
        throw RuntimeError("no task is running now: ask inside a coroutine that aio::run() runs");
    return AnyTask(*task);
}

std::vector<AnyTask> all_tasks() {
    std::vector<AnyTask> tasks;
    detail::TaskState* task = detail::Loop::current().first_task();
    for (; task != nullptr; task = task->next_of_all()) tasks.emplace_back(*task);
    return tasks;
}

}  // namespace aio
