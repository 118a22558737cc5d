#pragma once

#include <chrono>

namespace aio {

/// Every length of time in aio: whole nanoseconds, so that equal deadlines are equal.
/// They reach 292 years. std::chrono checks nothing: a longer std::chrono::hours overflows on its way here.
using Duration = std::chrono::nanoseconds;

/// The loop's time since run() began: real or virtual, whichever clock run() was given.
/// Throws RuntimeError outside run().
Duration now();

}  // namespace aio
