#pragma once

#include "runtime/io/descriptor.hpp"
#include "runtime/io/stream.hpp"

#include <utility>

namespace aio {

// Both give our side and the child's side. Pass the number of the child's side in
// ProcessOptions::descriptors, then drop it, since the stream ends only when every copy of the other side is
// closed. Everything is close-on-exec. They throw std::system_error when there are too many descriptors.

/// One way: the child writes, we read.
std::pair<Stream, Descriptor> output_pipe();

/// Both ways, as a stream socket.
std::pair<Stream, Descriptor> socket_pair();

}  // namespace aio
