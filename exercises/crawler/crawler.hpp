#pragma once

#include "runtime/aio.hpp"

/// Takes one of the `slots`, says which page starts, waits 1 s without blocking the loop, gives the slot
/// back. The number of the page must stand in what is said when it starts.
aio::Coroutine<> download(aio::Semaphore& slots, int page);

/// Downloads the pages 0, 1, … `pages` - 1, each exactly once, never more than `limit` at the same time.
/// While pages are waiting, a slot that becomes free is used at once.
aio::Coroutine<> crawl(int pages, int limit);
