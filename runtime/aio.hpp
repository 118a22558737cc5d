#pragma once

// All of aio that a program needs: coroutines on one loop, in asyncio's words. README.md tells what the loop
// promises.

#include "runtime/clock.hpp"
#include "runtime/coroutine.hpp"
#include "runtime/current_task.hpp"
#include "runtime/duration.hpp"
#include "runtime/errors.hpp"
#include "runtime/exception_group.hpp"
#include "runtime/gather.hpp"
#include "runtime/observer.hpp"
#include "runtime/result.hpp"
#include "runtime/run.hpp"
#include "runtime/shield.hpp"
#include "runtime/sleep.hpp"
#include "runtime/sync/barrier.hpp"
#include "runtime/sync/bounded_semaphore.hpp"
#include "runtime/sync/condition.hpp"
#include "runtime/sync/event.hpp"
#include "runtime/sync/lock.hpp"
#include "runtime/sync/queue.hpp"
#include "runtime/sync/semaphore.hpp"
#include "runtime/task.hpp"
#include "runtime/task_group.hpp"
#include "runtime/timeout.hpp"
#include "runtime/to_thread.hpp"
#include "runtime/wait_for.hpp"
