#include "runtime/task_group.hpp"

#include "runtime/errors.hpp"

namespace aio {

void TaskGroup::refuse(detail::Frame* frame, const char* why) {
    if (frame != nullptr) frame->handle().destroy();  // asyncio closes it too: it counts as not forgotten
    throw RuntimeError(why);
}

}  // namespace aio
