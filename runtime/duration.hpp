#pragma once

#include <chrono>

namespace aio {

/// Every length of time in aio: whole nanoseconds, so that equal deadlines are equal, up to 292 years.
/// std::chrono does not check: a longer std::chrono::hours overflows when it is converted.
using Duration = std::chrono::nanoseconds;

/// The loop's time since run() began: real or virtual, whichever clock run() was given.
/// Throws RuntimeError outside run().
Duration now();

}  // namespace aio
