#include "debounce.hpp"

aio::Coroutine<> autosave(aio::Queue<std::string>& edits, aio::Duration quiet, Disk& disk) {
    // TODO 1: wait for an edit.
    // TODO 2: wait for the next one, but not longer than `quiet`. None has come? Save.
    // TODO 3: the queue is shut down: get() throws QueueShutDown. Is there anything to save?
    co_return;
}
