#pragma once

#include "runtime/aio.hpp"

/// Takes one of the `slots`, says which page starts (with its number), waits 1 s without blocking the loop,
/// gives the slot back, also when it is cancelled.
aio::Coroutine<> download(aio::Semaphore& slots, int page);

/// Downloads the pages 0, 1, … `pages` - 1, each exactly once, never more than `limit` at the same time.
/// While pages are waiting, a slot that becomes free is used at once. Returns when the last page is done.
aio::Coroutine<> crawl(int pages, int limit);
