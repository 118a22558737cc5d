#include "tests/runtime/support.hpp"
#include "tests/runtime/turns.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace {

using namespace support;

aio::Coroutine<> nothing() { co_return; }

aio::Coroutine<> fails_after(aio::Duration length) {
    co_await aio::sleep(length);
    throw std::logic_error("inner");
}

aio::Coroutine<int> result() {
    const int number = co_await aio::shield(number_after(5, 1s));
    co_return number;
}

aio::Coroutine<std::unique_ptr<int>> pointer() {
    co_await aio::sleep(1s);
    co_return std::make_unique<int>(6);
}

aio::Coroutine<int> move_only() {
    const auto value = co_await aio::shield(pointer());
    co_return *value;
}

template <class Awaitable>
aio::Coroutine<> awaits(Awaitable awaitable, bool& cancelled) {
    try {
        co_await awaitable;
    } catch (const aio::CancelledError&) {
        cancelled = true;
        throw;
    }
}

aio::Coroutine<> joined(aio::Task<> task) {
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
    }
}

aio::Coroutine<bool> outer_cancelled(aio::Duration& at) {
    const aio::Task<int> inner = aio::create_task(number_after(5, 3s));
    bool cancelled = false;
    const aio::Task<> outer = aio::create_task(awaits(aio::shield(inner), cancelled));
    co_await aio::sleep(1s);
    outer.cancel();
    co_await joined(outer);
    at = aio::now();
    const int number = co_await inner;
    co_return cancelled&& number == 5 && aio::now() == 3s;
}

aio::Coroutine<bool> inner_cancelled() {
    const aio::Task<int> inner = aio::create_task(number_after(5, 3s));
    bool cancelled = false;
    const aio::Task<> outer = aio::create_task(awaits(aio::shield(inner), cancelled));
    co_await aio::sleep(1s);
    inner.cancel();
    co_await joined(outer);
    co_return cancelled;
}

aio::Coroutine<std::string> error_comes_through() {
    std::string what;
    try {
        co_await aio::shield(fails_after(1s));
    } catch (const std::logic_error& error) {
        what = error.what();
    }
    co_return what;
}

aio::Coroutine<> error_after_the_outer_was_cancelled() {
    bool cancelled = false;
    const aio::Task<> outer = aio::create_task(awaits(aio::shield(fails_after(3s)), cancelled));
    co_await aio::sleep(1s);
    outer.cancel();
    co_await joined(outer);
    co_await aio::sleep(5s);
}

aio::Coroutine<bool> awaited_long_after_the_end() {
    auto shielded = aio::shield(number_after(5, 1s));
    co_await aio::sleep(2s);
    const int number = co_await shielded;
    co_return number == 5 && aio::now() == 2s;
}

aio::Coroutine<> drops_it() {
    {
        [[maybe_unused]] const auto dropped = aio::shield(number_after(1, 1s));
    }
    co_await aio::sleep(2s);
}

aio::Coroutine<int> turns_of_a_pending_one() {
    const int turns = co_await turns_of([] { return aio::shield(nothing()); });
    co_return turns;
}

aio::Coroutine<bool> in_a_gather() {
    const auto [a, b] = co_await aio::gather(aio::shield(number_after(1, 2s)), number_after(2, 1s));
    co_return a + b == 3 && aio::now() == 2s;
}

aio::Coroutine<> shields_itself(std::string& what) {
    try {
        co_await aio::shield(aio::current_task());
    } catch (const aio::RuntimeError& error) {
        what = error.what();
    }
}

}  // namespace

TEST_CASE("shield gives the result of what it shields") {
    CHECK(in_virtual_time(result()) == 5);
    CHECK(in_virtual_time(move_only()) == 6);
    CHECK(in_virtual_time(in_a_gather()));
}

TEST_CASE("who is cancelled while it awaits a shield goes on at once, and what is shielded runs on") {
    aio::Duration at{};
    CHECK(in_virtual_time(outer_cancelled(at)));
    CHECK(at == 1s);
}

TEST_CASE("when what is shielded is cancelled, the shield throws CancelledError") {
    CHECK(in_virtual_time(inner_cancelled()));
}

TEST_CASE("an error of what is shielded comes through, and counts as retrieved") {
    Recorder recorder;
    CHECK(in_virtual_time(error_comes_through(), &recorder) == "inner");
    CHECK(recorder.count(aio::EventKind::error_never_retrieved) == 0);
}

TEST_CASE("an error that comes after the outer wait was cancelled is reported") {
    Recorder recorder;
    in_virtual_time(error_after_the_outer_was_cancelled(), &recorder);
    REQUIRE(recorder.count(aio::EventKind::error_never_retrieved) == 1);
    CHECK(recorder.first(aio::EventKind::error_never_retrieved).detail == "inner");
}

TEST_CASE("a shield may be awaited after the end, or never") {
    CHECK(in_virtual_time(awaited_long_after_the_end()));
    in_virtual_time(drops_it());
}

TEST_CASE("a pending shield costs two turns after the task's own") {
    CHECK(in_virtual_time(turns_of_a_pending_one()) == 3);
}

TEST_CASE("a task that shields itself gets an error instead of waiting for ever") {
    std::string what;
    in_virtual_time(shields_itself(what));
    CHECK(what.find("itself") != std::string::npos);
}
