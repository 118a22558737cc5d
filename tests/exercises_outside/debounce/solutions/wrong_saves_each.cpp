// Wrong: every edit is saved as soon as it is there.
// Loses: when-quiet, each-when-slow, at-the-end
#include "exercises/debounce/debounce.hpp"

aio::Coroutine<> autosave(aio::Queue<std::string>& edits, aio::Duration quiet, Disk& disk) {
    try {
        for (;;) {
            std::string text = co_await edits.get();
            disk.save(std::move(text));
            co_await aio::sleep(aio::Duration::zero());
        }
    } catch (const aio::QueueShutDown&) {
    }
    (void)quiet;
}
