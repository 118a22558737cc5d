#include "grader/watch/happenings.hpp"

#include "grader/watch/terminal.hpp"
#include "runtime/io/file_event.hpp"
#include "runtime/io/signal.hpp"
#include "runtime/io/stream.hpp"

#include <csignal>
#include <filesystem>
#include <utility>

namespace grader {

namespace {

using namespace std::chrono_literals;

constexpr aio::Duration quiet = 10ms;  // after a change, for an editor's other steps

}  // namespace

aio::Coroutine<> read_keys(Happenings& happenings) {
    aio::Stream keys(Terminal::open_for_keys());
    for (;;) {
        const std::string bytes = co_await keys.read_some();
        if (bytes.empty()) {
            co_await happenings.put(Key{'q'});  // the terminal is gone
            co_return;
        }
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            char character = bytes[i];
            if (bytes.compare(i, 2, "\x1b[") == 0 && i + 2 < bytes.size()) {
                i += 2;
                character = bytes[i] == 'A' ? up : bytes[i] == 'B' ? down : '\0';
            }
            co_await happenings.put(Key{character});
        }
    }
}

aio::Coroutine<> watch_file(Happenings& happenings, std::string path) {
    aio::FileEvents events{std::filesystem::path(path)};
    for (;;) {
        co_await events.next();
        co_await aio::sleep(quiet);
        co_await happenings.put(Saved());
    }
}

aio::Coroutine<> watch_size(Happenings& happenings) {
    aio::Signals signals({SIGWINCH});
    for (;;) {
        co_await signals.next();
        co_await happenings.put(Resized());
    }
}

aio::Coroutine<> tell_end(Happenings& happenings, aio::Process& program) {
    co_await program.wait();
    co_await happenings.put(Ended());
}

aio::Coroutine<> grade_into_queue(Happenings& happenings, Assignment assignment,
                                  const Environment& environment) {
    Graded graded = co_await grade(std::move(assignment), environment);
    co_await happenings.put(std::move(graded));
}

}  // namespace grader
