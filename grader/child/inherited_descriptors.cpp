#include "grader/child/inherited_descriptors.hpp"

#include "grader/child/system_call.hpp"
#include "grader/protocol/protocol.hpp"

#include <fcntl.h>

#include <climits>

namespace child {

// A pipe, a counter or a timer could also be where standard input and standard error should be.
void close_inherited_descriptors() {
    system_call(SYS_close_range, protocol::channel_descriptor + 1, UINT_MAX, 0);
    system_call(SYS_dup3, 1, 2, 0);
    system_call(SYS_close, 0);
    system_call(SYS_openat, AT_FDCWD, address("/dev/null"), O_RDONLY);
}

}  // namespace child
