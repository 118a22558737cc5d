#pragma once

#include "runtime/sync/semaphore.hpp"

namespace aio {

/// A Semaphore that never has more slots than it began with, so that one release() too many is noticed. You
/// can pass it as a Semaphore&; it keeps its limit. The rules are those of asyncio.BoundedSemaphore
/// (Lib/asyncio/locks.py, CPython 3.13), except where a slot was given back by hand and its Permit dies
/// later: the destructor cannot throw, so it adds no slot.
class BoundedSemaphore : public Semaphore {
public:
    /// Throws ValueError when `slots` is negative.
    explicit BoundedSemaphore(int slots);
};

}  // namespace aio
