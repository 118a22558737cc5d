#pragma once

#include <cstdint>
#include <exception>
#include <vector>

namespace child {

/// From now on the place of every throw is remembered.
void watch_exceptions();

/// The place where this exception was thrown, as protocol::Record::where has it; empty if it is not known
/// (any more).
std::vector<std::uint64_t> thrown_at(const std::exception_ptr& error);

}  // namespace child
