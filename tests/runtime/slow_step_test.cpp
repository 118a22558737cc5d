#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <thread>

namespace {

using namespace support;

std::uint32_t line_before = 0;

aio::Coroutine<> holds_the_loop() {
    line_before = __LINE__ + 1;
    co_await aio::sleep(1s);
    std::this_thread::sleep_for(30ms);
    co_await aio::sleep(1s);
}

aio::Coroutine<> awaits_it() {
    const auto task = aio::create_task(holds_the_loop());
    co_await task;
}

aio::Coroutine<> at_its_end() {
    co_await aio::sleep(1s);
    std::this_thread::sleep_for(30ms);
}

aio::Coroutine<> holds_the_loop_once_called_up(aio::Event& event) {
    co_await event.wait();
    std::this_thread::sleep_for(30ms);
}

aio::Coroutine<> calls_it_up() {
    aio::Event event;
    const auto task = aio::create_task(holds_the_loop_once_called_up(event));
    co_await aio::sleep(1s);
    event.set();
    co_await task;
}

void run_watched(aio::Coroutine<> coroutine, Recorder& recorder, aio::Duration slow_step) {
    aio::VirtualClock clock;
    aio::run(std::move(coroutine), {.clock = &clock, .observer = &recorder, .slow_step = slow_step});
}

}  // namespace

TEST_CASE("a step that holds the loop is reported with its coroutine, line and length") {
    Recorder recorder;
    run_watched(awaits_it(), recorder, 20ms);
    REQUIRE(recorder.count(aio::EventKind::slow_step) == 1);
    const Seen step = recorder.first(aio::EventKind::slow_step);
    CHECK(step.coroutine == "holds_the_loop");
    CHECK(step.file.find("slow_step_test.cpp") != std::string::npos);
    CHECK(step.event.line == line_before);
    CHECK(step.event.length >= 30ms);
    CHECK(step.detail == "holds_the_loop:" + std::to_string(line_before + 2));
}

TEST_CASE("a slow step may be the last one") {
    Recorder recorder;
    run_watched(at_its_end(), recorder, 20ms);
    REQUIRE(recorder.count(aio::EventKind::slow_step) == 1);
    CHECK(recorder.first(aio::EventKind::slow_step).detail == "its task's end");
}

TEST_CASE("a slow step may be one that a primitive called up") {
    Recorder recorder;
    run_watched(calls_it_up(), recorder, 20ms);
    REQUIRE(recorder.count(aio::EventKind::slow_step) == 1);
    CHECK(recorder.first(aio::EventKind::slow_step).coroutine == "holds_the_loop_once_called_up");
}

TEST_CASE("steps are not timed unless asked for, and fast ones are not reported") {
    Recorder recorder;
    run_watched(awaits_it(), recorder, 0s);
    run_watched(awaits_it(), recorder, 1h);
    CHECK(recorder.count(aio::EventKind::slow_step) == 0);
}
