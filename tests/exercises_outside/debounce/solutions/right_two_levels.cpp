// Right: one function waits for an edit, another one for the end of a burst, which says whether more may come.
#include "exercises/debounce/debounce.hpp"

static aio::Coroutine<bool> burst(aio::Queue<std::string>& edits, std::string text, aio::Duration quiet,
                                  Disk& disk) {
    bool more = true;
    try {
        while (true) text = co_await aio::timeout(quiet, edits.get());
    } catch (const aio::TimeoutError&) {
    } catch (const aio::QueueShutDown&) {
        more = false;
    }
    disk.save(text);
    co_return more;
}

aio::Coroutine<> autosave(aio::Queue<std::string>& edits, aio::Duration quiet, Disk& disk) {
    try {
        bool more = true;
        while (more) {
            std::string first = co_await edits.get();
            more = co_await burst(edits, std::move(first), quiet, disk);
        }
    } catch (const aio::QueueShutDown&) {
    }
}
