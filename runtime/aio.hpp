#pragma once

// All of aio that a program needs: coroutines on one loop, in asyncio's words. README.md tells what the loop promises.

#include "runtime/clock.hpp"
#include "runtime/coroutine.hpp"
#include "runtime/duration.hpp"
#include "runtime/errors.hpp"
#include "runtime/gather.hpp"
#include "runtime/observer.hpp"
#include "runtime/run.hpp"
#include "runtime/sleep.hpp"
#include "runtime/sync/semaphore.hpp"
#include "runtime/task.hpp"
#include "runtime/timeout.hpp"
