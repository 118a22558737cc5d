// Wrong: the time counts from the first edit of a burst, not from the last one.
// Loses: when-quiet, at-the-end
#include "exercises/debounce/debounce.hpp"

#include <optional>

aio::Coroutine<> autosave(aio::Queue<std::string>& edits, aio::Duration quiet, Disk& disk) {
    std::string text;
    std::optional<aio::Duration> deadline;
    bool over = false;
    while (!over) {
        std::optional<aio::Duration> left;
        if (deadline) left = *deadline - aio::now();
        bool save = false;
        try {
            text = co_await aio::wait_for(edits.get(), left);
            if (!deadline) deadline = aio::now() + quiet;
        } catch (const aio::TimeoutError&) {
            save = true;
        } catch (const aio::QueueShutDown&) {
            save = deadline.has_value();
            over = true;
        }
        if (save) {
            disk.save(text);
            deadline.reset();
        }
    }
}
