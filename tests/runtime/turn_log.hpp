#pragma once

// Programs that log what happens, with the turn of the loop before each line: for comparing with what asyncio
// does.

#include "tests/runtime/support.hpp"

#include <string>

namespace support {

/// Hears of errors that nobody looked at, too.
class TurnLog final : public aio::Observer {
public:
    void operator()(const std::string& what) { text += std::to_string(turn) + " " + what + "\n"; }
    void on(const aio::ObservedEvent& event) override {
        if (event.kind == aio::EventKind::error_never_retrieved)
            (*this)(std::string("reported: ") + event.detail);
    }
    int turn = 0;
    std::string text;
};

inline aio::Coroutine<> turns(int count) {
    for (int i = 0; i < count; ++i) co_await aio::sleep(0s);
}

inline aio::Coroutine<> counts_turns(TurnLog& log) {
    for (;;) {
        ++log.turn;
        co_await aio::sleep(0s);
    }
}

inline std::string text(bool value) { return value ? "True" : "False"; }

/// A program, called inside run().
using Scenario = aio::Coroutine<> (*)(TurnLog& log);

inline aio::Coroutine<> whole(TurnLog& log, Scenario scenario) {
    const auto ticker = aio::create_task(counts_turns(log));
    co_await aio::sleep(0s);
    co_await scenario(log);
    log("main ends");
}

/// What a program logs, and when it ends; it runs from turn 1 on.
inline std::string logged(Scenario scenario) {
    TurnLog log;
    in_virtual_time(whole(log, scenario), &log);
    return log.text;
}

}  // namespace support
