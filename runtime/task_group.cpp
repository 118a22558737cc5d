#include "runtime/task_group.hpp"

#include "runtime/errors.hpp"

namespace aio {

void TaskGroup::refuse(detail::Frame* frame, const char* why) {
    // asyncio closes it, too, so it is not reported as never awaited.
    if (frame != nullptr) frame->handle().destroy();
    throw RuntimeError(why);
}

}  // namespace aio
