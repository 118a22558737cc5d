#pragma once

#include "runtime/sync/semaphore.hpp"

namespace aio {

/// A Semaphore that never has more slots than it began with, so that a release() too many shows. It serves
/// wherever a Semaphore& does, and keeps its bound there. The rules are those of asyncio.BoundedSemaphore
/// (Lib/asyncio/locks.py, CPython 3.13), except where a slot was given back by hand and its Permit dies
/// later: the destructor cannot throw, and adds none.
class BoundedSemaphore : public Semaphore {
public:
    /// Throws ValueError when `slots` is negative.
    explicit BoundedSemaphore(int slots);
};

}  // namespace aio
