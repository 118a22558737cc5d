#pragma once

#include "runtime/io/descriptor.hpp"

#include <string>
#include <utility>

namespace grader {

// How a box that was made ahead of its program gets it: see Box::program_socket.

/// Our end, and the one for the box. Throws std::system_error when there are too many descriptors.
std::pair<aio::Descriptor, aio::Descriptor> program_socket();

/// Hands over the executable at `path`; the box then needs not show it. A box that is gone already takes
/// nothing: how it ended tells. Throws std::system_error when there is no such file.
void send_program(const aio::Descriptor& socket, const std::string& path);

}  // namespace grader
