#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace support;

aio::Coroutine<std::string> says(std::string text) { co_return text; }

aio::Coroutine<> throws() {
    co_await aio::sleep(1s);
    throw std::logic_error("main");
}

aio::Coroutine<> throws_an_int() {
    throw 3;
    co_return;
}

aio::Coroutine<> runs_inside(std::string& said) {
    try {
        aio::run(says("inner"));
    } catch (const aio::RuntimeError& error) {
        said = error.what();
    }
    co_await aio::sleep(1s);
}

aio::Coroutine<> cleans_up(std::vector<std::string>& steps) {
    try {
        co_await aio::sleep(1h);
        co_return;
    } catch (const aio::CancelledError&) {
    }
    steps.emplace_back("cleaning");
    co_await aio::sleep(2s);
    steps.emplace_back("clean");
    throw aio::CancelledError();
}

aio::Coroutine<> leaves_tasks_behind(std::vector<std::string>& steps) {
    const auto named = aio::create_task(cleans_up(steps), "left");
    {
        const auto dropped = aio::create_task(cleans_up(steps));
    }
    co_await aio::sleep(1s);
    steps.emplace_back("main ends");
}

aio::Coroutine<> leaves_tasks_and_throws(std::vector<std::string>& steps) {
    co_await leaves_tasks_behind(steps);
    throw std::logic_error("main");
}

aio::Coroutine<> leaves_nothing_behind() {
    const auto task = aio::create_task(number_after(1, 1s));
    co_await task;
}

aio::Coroutine<> fails_when_cancelled() {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
        throw std::logic_error("in cleanup");
    }
}

aio::Coroutine<> leaves_one_that_fails() {
    {
        const auto dropped = aio::create_task(fails_when_cancelled());
    }
    co_await aio::sleep(1s);
}

aio::Coroutine<> holds(Probe) { co_await aio::sleep(1h); }

aio::Coroutine<> starts_another_in_its_cleanup(Lives& lives) {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
        (void)aio::create_task(holds(Probe(lives)));
        throw;
    }
}

aio::Coroutine<> leaves_one_that_starts_another(Lives& lives) {
    (void)aio::create_task(starts_another_in_its_cleanup(lives));
    co_await aio::sleep(1s);
}

aio::Coroutine<> starts_too_late(Lives& lives) {
    const auto task = aio::create_task(holds(Probe(lives)));
    co_return;  // a turn passes before run() is over, so the task has begun
}

aio::Coroutine<> cancels_itself() {
    const auto main = aio::create_task(wait_for_ever());
    co_await aio::sleep(1s);
    main.cancel();
    co_await main;
}

aio::Coroutine<aio::Duration> time_at_start() { co_return aio::now(); }

}  // namespace

TEST_CASE("run() gives the result of its coroutine") { CHECK(aio::run(says("done")) == "done"); }

TEST_CASE("run() throws the error of its coroutine") {
    CHECK_THROWS_AS(in_virtual_time(throws()), std::logic_error);
    CHECK_THROWS_AS(in_virtual_time(throws_an_int()), int);
}

TEST_CASE("run() throws CancelledError when a cancellation reaches its coroutine") {
    CHECK_THROWS_AS(in_virtual_time(cancels_itself()), aio::CancelledError);
}

TEST_CASE("run() may be called again after it ended, and time begins anew") {
    CHECK_THROWS(in_virtual_time(throws()));
    CHECK(in_virtual_time(time_at_start()) == 0s);
    CHECK(in_virtual_time(says("again")) == "again");
}

TEST_CASE("run() inside run() is an error that says what to do, and the outer one goes on") {
    std::string said;
    Recorder recorder;
    in_virtual_time(runs_inside(said), &recorder);
    CHECK(said.find("run() inside run()") != std::string::npos);
    CHECK(said.find("co_await") != std::string::npos);
}

TEST_CASE("outside run() there is no time, no task and no gather") {
    CHECK_THROWS_AS(aio::now(), aio::RuntimeError);
    auto coroutine = says("later");
    CHECK_THROWS_AS(aio::create_task(coroutine), aio::RuntimeError);
    CHECK_THROWS_AS((void)aio::gather(coroutine), aio::RuntimeError);
    CHECK(aio::run(std::move(coroutine)) == "later");
}

TEST_CASE("run() cancels what is left and runs its cleanup to the end") {
    std::vector<std::string> steps;
    in_virtual_time(leaves_tasks_behind(steps));
    CHECK(steps == std::vector<std::string>{"main ends", "cleaning", "cleaning", "clean", "clean"});
}

TEST_CASE("run() cleans up what is left before it throws the error of its coroutine") {
    std::vector<std::string> steps;
    CHECK_THROWS_AS(in_virtual_time(leaves_tasks_and_throws(steps)), std::logic_error);
    CHECK(steps.back() == "clean");
}

TEST_CASE("run() reports each task left behind") {
    std::vector<std::string> steps;
    Recorder recorder;
    in_virtual_time(leaves_tasks_behind(steps), &recorder);
    CHECK(recorder.count(aio::EventKind::task_left_behind) == 2);
    CHECK(recorder.first(aio::EventKind::task_left_behind).event.subject == 2);
}

TEST_CASE("run() reports nothing when nothing was left behind") {
    Recorder recorder;
    in_virtual_time(leaves_nothing_behind(), &recorder);
    CHECK(recorder.count(aio::EventKind::task_left_behind) == 0);
}

TEST_CASE("an error in the cleanup of what was left is reported") {
    Recorder recorder;
    in_virtual_time(leaves_one_that_fails(), &recorder);
    CHECK(recorder.first(aio::EventKind::error_never_retrieved).detail == "in cleanup");
}

TEST_CASE("what is left when run() ends is destroyed exactly once") {
    Lives lives;
    SUBCASE("as it was") { in_virtual_time(starts_too_late(lives)); }
    SUBCASE("when its cleanup starts a task") { in_virtual_time(leaves_one_that_starts_another(lives)); }
    CHECK(lives.balanced());
}
