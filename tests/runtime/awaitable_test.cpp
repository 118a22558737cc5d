#include "tests/runtime/support.hpp"

#include "runtime/loop/waiter.hpp"

#include <doctest/doctest.h>

#include <coroutine>
#include <cstdint>
#include <string>

// An awaitable written as runtime/README.md says.

namespace {

using namespace support;

class Bell final : private aio::detail::Waiter {
public:
    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        line_ = line;
        return rung_;
    }
    void await_suspend(std::coroutine_handle<>) { suspend(line_); }
    void await_resume() { resume(); }
    void ring() {
        rung_ = true;
        wake();
    }

private:
    std::string describe() const override { return "a bell"; }
    bool rung_ = false;
    std::uint32_t line_ = 0;
};

aio::Coroutine<aio::Duration> answers(Bell& bell) {
    co_await bell;
    co_return aio::now();
}

aio::Coroutine<> rings_after(Bell& bell, aio::Duration length) {
    co_await aio::sleep(length);
    bell.ring();
}

aio::Coroutine<aio::Duration> rung_after(aio::Duration length) {
    Bell bell;
    const auto ringer = aio::create_task(rings_after(bell, length));
    const aio::Duration at = co_await answers(bell);
    co_await ringer;
    co_return at;
}

aio::Coroutine<bool> rung_before() {
    Bell bell;
    bell.ring();
    co_await bell;
    co_return true;
}

aio::Coroutine<aio::Duration> rung_too_late() {
    Bell bell;
    const auto ringer = aio::create_task(rings_after(bell, 5s));
    try {
        co_await aio::timeout(2s, answers(bell));
    } catch (const aio::TimeoutError&) {
    }
    const aio::Duration at = aio::now();
    co_await ringer;
    co_return at;
}

aio::Coroutine<bool> rung_and_cancelled() {
    Bell bell;
    const auto answerer = aio::create_task(answers(bell));
    co_await aio::sleep(1s);
    bell.ring();
    answerer.cancel();
    co_await aio::sleep(1s);
    co_return answerer.cancelled();
}

aio::Coroutine<> never_rung() {
    Bell bell;
    co_await bell;
}

}  // namespace

TEST_CASE("an awaitable of one's own is woken at the moment it says") {
    CHECK(in_virtual_time(rung_after(3s)) == 3s);
}

TEST_CASE("an awaitable of one's own need not wait") { CHECK(in_virtual_time(rung_before())); }

TEST_CASE("an awaitable of one's own obeys a timeout, and is not woken later") {
    CHECK(in_virtual_time(rung_too_late()) == 2s);
}

TEST_CASE("an awaitable of one's own loses to cancel() when it was woken before") {
    CHECK(in_virtual_time(rung_and_cancelled()));
}

TEST_CASE("an awaitable of one's own says what it is in a deadlock") {
    try {
        in_virtual_time(never_rung());
        FAIL("no deadlock");
    } catch (const aio::DeadlockError& error) {
        CHECK(error.waiting().at(0).waits_for == "a bell");
    }
}
