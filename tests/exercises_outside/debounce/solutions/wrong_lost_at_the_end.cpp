// Wrong: what is not saved when the queue is shut down is lost.
// Loses: at-the-end
#include "exercises/debounce/debounce.hpp"

#include <optional>

aio::Coroutine<> autosave(aio::Queue<std::string>& edits, aio::Duration quiet, Disk& disk) {
    std::optional<std::string> unsaved;
    try {
        for (;;) {
            if (!unsaved) unsaved = co_await edits.get();
            try {
                unsaved = co_await aio::timeout(quiet, edits.get());
            } catch (const aio::TimeoutError&) {
                disk.save(*unsaved);
                unsaved.reset();
            }
        }
    } catch (const aio::QueueShutDown&) {
        // It was quiet before, or it was not.
    }
}
