#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/io/descriptor.hpp"

#include <string>

namespace grader {

/// The file that is written last into a folder that is made once and kept. A folder without it is incomplete.
inline constexpr const char* complete_name = "complete";

/// Waits until no other process has this file locked. It stays locked until the descriptor is closed, also by
/// the end of the process. Throws std::system_error where the file cannot be made.
aio::Coroutine<aio::Descriptor> lock_file(std::string path);

}  // namespace grader
