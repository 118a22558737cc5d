#pragma once

#include "runtime/io/descriptor.hpp"
#include "runtime/io/stream.hpp"

#include <utility>

namespace aio {

// Both give our side and the one for a child: pass its number in ProcessOptions::descriptors, then drop it,
// since the stream does not end before every copy of the other side is closed. Everything is close-on-exec.
// They throw std::system_error when there are too many descriptors.

/// One way: the child writes, we read.
std::pair<Stream, Descriptor> output_pipe();

/// Both ways, as a stream socket.
std::pair<Stream, Descriptor> socket_pair();

}  // namespace aio
