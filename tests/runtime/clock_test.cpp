#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

namespace {

using namespace support;

/// Fires every timer a little late, as a real loop does.
class LateClock final : public aio::Clock {
public:
    void start() override { now_ = {}; }
    aio::Duration now() const override { return now_; }
    bool is_virtual() const override { return true; }
    bool jump(std::optional<aio::Duration> deadline) override {
        if (!deadline) return false;
        now_ = std::max(now_, *deadline + 3ms);
        return true;
    }
    void flow(aio::Duration real) override { now_ += real; }

private:
    aio::Duration now_{};
};

/// Says beforehand that each timer shall be a second late.
class LatenessClock final : public aio::Clock {
public:
    void start() override { clock_.start(); }
    aio::Duration now() const override { return clock_.now(); }
    bool is_virtual() const override { return true; }
    bool jump(std::optional<aio::Duration> deadline) override { return clock_.jump(deadline); }
    void flow(aio::Duration real) override { clock_.flow(real); }
    aio::Duration lateness() override { return 1s; }

private:
    aio::VirtualClock clock_;
};

aio::Coroutine<aio::Duration> an_hour() {
    co_await aio::sleep(1h);
    co_return aio::now();
}

aio::Coroutine<aio::Duration> nothing() { co_return aio::now(); }

aio::Coroutine<bool> stands_still() {
    const aio::Duration before = aio::now();
    for (int i = 0; i < 1000; ++i) co_await aio::sleep(0s);
    co_return aio::now() == before;
}

aio::Coroutine<> advances(aio::VirtualClock& clock, aio::Duration length) {
    co_await aio::sleep(1s);
    clock.advance(length);
}

aio::Coroutine<aio::Duration> wakes_at(aio::Duration length) {
    co_await aio::sleep(length);
    co_return aio::now();
}

aio::Coroutine<aio::Duration> beside_one_that_blocks(aio::VirtualClock& clock) {
    const auto blocked = aio::create_task(advances(clock, 5s));
    const aio::Duration woken = co_await wakes_at(2s);
    co_await blocked;
    co_return woken;
}

aio::Coroutine<std::vector<aio::Duration>> one_after_another() {
    std::vector<aio::Duration> moments;
    for (int i = 0; i < 3; ++i) {
        co_await aio::sleep(1s);
        moments.push_back(aio::now());
    }
    co_return moments;
}

}  // namespace

TEST_CASE("an hour of virtual time passes at once") {
    const auto before = std::chrono::steady_clock::now();
    CHECK(in_virtual_time(an_hour()) == 1h);
    CHECK(std::chrono::steady_clock::now() - before < 1min);
}

TEST_CASE("virtual time does not move while anything can run") { CHECK(in_virtual_time(stands_still())); }

TEST_CASE("virtual time jumps from timer to timer") {
    CHECK(in_virtual_time(one_after_another()) == std::vector<aio::Duration>{1s, 2s, 3s});
}

TEST_CASE("each run() begins at time 0, with the same clock too") {
    aio::VirtualClock clock;
    CHECK(aio::run(an_hour(), {.clock = &clock}) == 1h);
    CHECK(aio::run(nothing(), {.clock = &clock}) == 0s);
}

TEST_CASE("who blocks makes the timers of others late, and never early") {
    aio::VirtualClock clock;
    CHECK(aio::run(beside_one_that_blocks(clock), {.clock = &clock}) == 6s);
}

TEST_CASE("a clock that is late makes each timer late, and the next counts from there") {
    LateClock clock;
    const std::vector<aio::Duration> expected{1003ms, 2006ms, 3009ms};
    CHECK(aio::run(one_after_another(), {.clock = &clock}) == expected);
}

TEST_CASE("a timer that shall be late is, but not beyond the end of time") {
    LatenessClock clock;
    CHECK(aio::run(wakes_at(2s), {.clock = &clock}) == 3s);
    CHECK(aio::run(wakes_at(aio::Duration::max()), {.clock = &clock}) == aio::Duration::max());
}

TEST_CASE("virtual time that flows is added to what has passed") {
    aio::VirtualClock clock;
    clock.start();
    clock.flow(2s);
    CHECK(clock.jump(5s));
    CHECK(clock.now() == 5s);
    CHECK(clock.jump(1s));
    CHECK(clock.now() == 5s);
    CHECK(!clock.jump(std::nullopt));
}

TEST_CASE("a real clock counts from its start and never goes back") {
    aio::RealClock clock;
    clock.start();
    const aio::Duration first = clock.now();
    const aio::Duration second = clock.now();
    CHECK(first >= 0s);
    CHECK(second >= first);
    CHECK(!clock.is_virtual());
}
