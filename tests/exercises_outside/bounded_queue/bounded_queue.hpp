#pragma once

#include "runtime/aio.hpp"

#include <algorithm>
#include <memory>

/// Letters: the first one in is the first one out, and there are never more than `room` in it.
class Mailbox {
public:
    virtual ~Mailbox() = default;
    /// Waits while the box is full, then puts the letter in. Cancelled before that, it puts nothing in.
    virtual aio::Coroutine<> put(int letter) = 0;
    /// Waits while the box is empty, then takes the oldest letter. Cancelled before that, it takes nothing.
    virtual aio::Coroutine<int> take() = 0;
};

/// A new mailbox, empty. This is what you write.
std::unique_ptr<Mailbox> make_mailbox(int room);

// What follows uses your mailbox.

struct Traffic {
    int in_box = 0;
    int most = 0;             ///< letters in the box at the same moment
    int wrong = 0;            ///< letters that came out of turn
    aio::Duration all_put{};  ///< when the last put() returned
};

inline aio::Coroutine<> write_letters(Mailbox& box, int letters, aio::Duration pause, Traffic& seen) {
    const aio::Duration begin = aio::now();
    for (int letter = 1; letter <= letters; ++letter) {
        if (pause > aio::Duration::zero()) co_await aio::sleep(pause);
        co_await box.put(letter);
        seen.most = std::max(seen.most, ++seen.in_box);
    }
    seen.all_put = aio::now() - begin;
}

inline aio::Coroutine<> read_letters(Mailbox& box, int letters, aio::Duration pause, Traffic& seen) {
    for (int letter = 1; letter <= letters; ++letter) {
        if (pause > aio::Duration::zero()) co_await aio::sleep(pause);
        if (co_await box.take() != letter) ++seen.wrong;
        --seen.in_box;
    }
}

/// Somebody writes as fast as the box allows; somebody else takes a letter every `pace`.
inline aio::Coroutine<Traffic> slow_reader(int room, int letters, aio::Duration pace) {
    const auto box = make_mailbox(room);
    Traffic seen;
    co_await aio::gather(write_letters(*box, letters, aio::Duration::zero(), seen),
                         read_letters(*box, letters, pace, seen));
    co_return seen;
}

/// Somebody writes a letter every `pace`; somebody else reads as fast as they come.
inline aio::Coroutine<Traffic> slow_writer(int room, int letters, aio::Duration pace) {
    const auto box = make_mailbox(room);
    Traffic seen;
    co_await aio::gather(read_letters(*box, letters, aio::Duration::zero(), seen),
                         write_letters(*box, letters, pace, seen));
    co_return seen;
}

struct Patience {
    int lost = 0;      ///< letters that were put in and did not come out
    int unwanted = 0;  ///< letters that came out although their put() was cancelled
};

/// A reader of the empty box gives up after `patience`, then a writer of the full box does.
inline aio::Coroutine<Patience> impatient(int room, aio::Duration patience) {
    const auto box = make_mailbox(room);
    const auto reader = aio::create_task(box->take());
    co_await aio::sleep(patience);
    reader.cancel();
    for (int letter = 1; letter <= room; ++letter) co_await box->put(letter);
    const auto writer = aio::create_task(box->put(99));
    co_await aio::sleep(patience);
    writer.cancel();
    Patience seen;
    for (int letter = 1; letter <= room; ++letter) {
        try {
            if (co_await aio::timeout(patience, box->take()) == 99) ++seen.unwanted;
        } catch (const aio::TimeoutError&) {
            ++seen.lost;
        }
    }
    try {
        if (co_await aio::timeout(patience, box->take()) == 99) ++seen.unwanted;
    } catch (const aio::TimeoutError&) {
    }
    co_return seen;
}
