#include "runtime/aio.hpp"
#include "runtime/io/signal.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <system_error>

using namespace std::chrono_literals;

namespace {
aio::Coroutine<> raise_later(int signal) {
    co_await aio::sleep(1ms);
    std::raise(signal);
}
aio::Coroutine<> catches() {
    aio::Signals signals({SIGUSR1, SIGUSR2});
    aio::Task<> raising = aio::create_task(raise_later(SIGUSR2));
    const int first = co_await signals.next();
    CHECK(first == SIGUSR2);
    co_await raising;
    std::raise(SIGUSR1);
    const int second = co_await aio::timeout(1s, signals.next());
    CHECK(second == SIGUSR1);
    bool quiet = false;
    try {
        co_await aio::timeout(2ms, signals.next());
    } catch (const aio::TimeoutError&) {
        quiet = true;
    }
    CHECK(quiet);
}
}  // namespace
TEST_CASE("a signal wakes who waits for it") { aio::run(catches()); }

namespace {
aio::Coroutine<> second_is_refused(aio::Signals signals) {
    aio::Task<int> first = aio::create_task(signals.next());
    co_await aio::sleep(0s);
    bool refused = false;
    try {
        co_await signals.next();
    } catch (const aio::RuntimeError&) {
        refused = true;
    }
    CHECK(refused);
    co_await first;
}
aio::Coroutine<> left_waiting() {
    aio::create_task(second_is_refused(aio::Signals({SIGUSR1})));
    co_await aio::sleep(1ms);
}
}  // namespace
TEST_CASE("only one can wait for signals, and may be left waiting") { aio::run(left_waiting()); }

namespace {
aio::Coroutine<> impossible() {
    CHECK_THROWS_AS(aio::Signals({SIGUSR1, SIGKILL}), std::system_error);
    co_await aio::sleep(0s);
}
}  // namespace
TEST_CASE("a signal that cannot be caught is an error") { aio::run(impossible()); }
