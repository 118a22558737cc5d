#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/io/descriptor.hpp"

#include <string>

namespace grader {

/// The file that is written last into a folder that is made once and kept: without it the folder is half
/// made.
inline constexpr const char* complete_name = "complete";

/// Waits until nobody else has this file locked. It stays locked until the descriptor is closed, by a dying
/// process too. Throws std::system_error where the file cannot be made.
aio::Coroutine<aio::Descriptor> lock_file(std::string path);

}  // namespace grader
