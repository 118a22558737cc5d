#pragma once

#include "runtime/duration.hpp"

namespace aio::detail {

class Runnable;

/// Runs something that is ready, and reports it if it is a task's step that took longer than `limit` in real
/// time.
void run_watched(Runnable& runnable, Duration limit);

}  // namespace aio::detail
