#pragma once

#include "runtime/aio.hpp"

#include <string>
#include <utility>

/// What the disk has seen.
class Disk {
public:
    void save(std::string text) {
        ++saves;
        last = std::move(text);
        last_at = aio::now();
    }

    int saves = 0;
    std::string last;
    aio::Duration last_at{};
};

/// Each edit is a whole new text. When `quiet` has passed since the last one, saves it, once, and waits for
/// the next. When the queue is shut down, saves at once what is not saved yet, and returns. This is what you
/// write.
aio::Coroutine<> autosave(aio::Queue<std::string>& edits, aio::Duration quiet, Disk& disk);

// What follows uses it.

struct Saved {
    int saves = 0;
    std::string last;
    aio::Duration last_at{};  ///< since the first edit
};

inline aio::Coroutine<> type(aio::Queue<std::string>& edits, int keys, aio::Duration gap,
                             aio::Duration rest) {
    for (int key = 1; key <= keys; ++key) {
        if (key > 1) co_await aio::sleep(gap);
        co_await edits.put("text " + std::to_string(key));
    }
    co_await aio::sleep(rest);
    edits.shutdown();
}

/// An edit every `gap`, then none for `rest`, then the end.
inline aio::Coroutine<Saved> typing(int keys, aio::Duration gap, aio::Duration rest, aio::Duration quiet) {
    aio::Queue<std::string> edits;
    Disk disk;
    const aio::Duration begin = aio::now();
    co_await aio::gather(autosave(edits, quiet, disk), type(edits, keys, gap, rest));
    co_return Saved{disk.saves, disk.last, disk.last_at - begin};
}
