#pragma once

#include <cstdint>
#include <exception>
#include <vector>

namespace child {

/// From now on it is known where exceptions are thrown.
void watch_exceptions();

/// Where this one was thrown, as protocol::Record::where has it; nothing when that is not known (any more).
std::vector<std::uint64_t> thrown_at(const std::exception_ptr& error);

}  // namespace child
