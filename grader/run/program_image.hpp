#pragma once

#include "grader/timeline/run.hpp"

#include <cstdint>
#include <string>

namespace grader {

/// How much memory a program takes before its own code has asked for any, in bytes: its variables, and one
/// copy of its thread-local ones for each thread that `run` records. `program`: an ELF file; other bytes give
/// zero.
std::uint64_t memory_to_start(const std::string& program, const Run& run);

}  // namespace grader
