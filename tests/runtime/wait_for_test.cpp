#include "tests/runtime/support.hpp"
#include "tests/runtime/turns.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace {

using namespace support;

aio::Coroutine<int> runs(bool& ran) {
    ran = true;
    co_return 3;
}

aio::Coroutine<> nothing() { co_return; }

/// How awaiting something ended.
template <class Awaitable>
aio::Coroutine<std::string> ending(Awaitable awaitable) {
    std::string how = "value";
    try {
        if constexpr (std::is_void_v<aio::detail::AwaitResult<Awaitable>>) {
            co_await awaitable;
        } else {
            [[maybe_unused]] const auto value = co_await awaitable;
        }
    } catch (const aio::TimeoutError&) {
        how = "TimeoutError";
    } catch (const aio::CancelledError&) {
        how = "CancelledError";
    } catch (const std::exception& error) {
        how = error.what();
    }
    co_return how;
}

aio::Coroutine<int> in_time() {
    auto number = number_after(7, 1s);
    const int result = co_await aio::wait_for(number, 2s);
    co_return result;
}

aio::Coroutine<std::string> too_late(aio::Duration& at) {
    const std::string how = co_await ending(aio::wait_for(number_after(7, 5s), 2s));
    at = aio::now();
    co_return how;
}

aio::Coroutine<std::string> no_time(bool& ran, aio::Duration limit) {
    const std::string how = co_await ending(aio::wait_for(runs(ran), limit));
    co_return how;
}

aio::Coroutine<std::string> no_time_for_a_task(bool& cancelled) {
    const aio::Task<int> task = aio::create_task(number_after(1, 1h));
    co_await aio::sleep(1s);
    const std::string how = co_await ending(aio::wait_for(task, 0s));
    cancelled = task.cancelled();
    co_return how;
}

aio::Coroutine<int> no_time_for_a_finished_task() {
    const aio::Task<int> task = aio::create_task(number_after(4, 1s));
    co_await task;
    const int result = co_await aio::wait_for(task, -1s);
    co_return result;
}

aio::Coroutine<std::string> no_time_for_a_gather(bool& ran) {
    const std::string how = co_await ending(aio::wait_for(aio::gather(runs(ran), runs(ran)), 0s));
    co_return how;
}

aio::Coroutine<std::string> swallows_and_returns() {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
    }
    co_await aio::sleep(1s);
    co_return "kept";
}

aio::Coroutine<std::string> result_after_the_limit() {
    const aio::Task<std::string> task = aio::create_task(swallows_and_returns());
    co_await aio::sleep(1s);
    const std::string zero = co_await aio::wait_for(task, 0s);
    const std::string some = co_await aio::wait_for(swallows_and_returns(), 1s);
    co_return zero + ", " + some;
}

aio::Coroutine<> waits(aio::Task<int> task, std::string& how) {
    how = co_await ending(aio::wait_for(task, 5s));
    throw aio::CancelledError();
}

// The wait's task and its canceller in one turn: neither the cancel nor the result is lost.
aio::Coroutine<std::string> cancelled_as_the_result_comes(std::optional<int>& result) {
    const aio::Task<int> inner = aio::create_task(number_after(9, 1s));
    std::string how;
    const aio::Task<> outer = aio::create_task(waits(inner, how));
    co_await aio::sleep(1s);
    co_await aio::sleep(0s);
    CHECK(inner.done());
    CHECK(outer.cancel());
    co_await ending(outer);
    result = inner.result();
    co_return how;
}

aio::Coroutine<std::string> cancelled_while_it_waits(bool& inner_cancelled) {
    const aio::Task<int> inner = aio::create_task(number_after(9, 1h));
    std::string how;
    const aio::Task<> outer = aio::create_task(waits(inner, how));
    co_await aio::sleep(1s);
    outer.cancel();
    co_await ending(outer);
    inner_cancelled = inner.cancelled();
    co_return how;
}

aio::Coroutine<std::string> around_a_shield(bool& done) {
    const aio::Task<int> task = aio::create_task(number_after(2, 3s));
    const std::string how = co_await ending(aio::wait_for(aio::shield(task), 1s));
    done = task.done();
    co_await task;
    co_return how;
}

aio::Coroutine<std::unique_ptr<int>> pointer() {
    co_await aio::sleep(1s);
    co_return std::make_unique<int>(8);
}

aio::Coroutine<int> move_only() {
    const auto value = co_await aio::wait_for(pointer(), 2s);
    co_return *value;
}

aio::Coroutine<std::string> a_permit() {
    aio::Semaphore slots(1);
    const auto slot = co_await aio::wait_for(slots.acquire(), 1s);
    const std::string how = co_await ending(aio::wait_for(slots.acquire(), 1s));
    co_return how;
}

aio::Coroutine<int> cancel_requests_afterwards() {
    bool ran = false;
    co_await ending(aio::wait_for(number_after(1, 1h), 1s));
    co_await ending(aio::wait_for(runs(ran), 0s));
    co_await ending(aio::wait_for(aio::sleep(1h), 0s));
    co_return aio::current_task().cancelling();
}

aio::Coroutine<int> turns_without_time() {
    const int turns = co_await turns_of([] { return aio::wait_for(nothing(), 0s); });
    co_return turns;
}

aio::Coroutine<int> turns_with_time() {
    const int turns = co_await turns_of([] { return aio::wait_for(nothing(), 1s); });
    co_return turns;
}

aio::Coroutine<int> turns_without_time_for_a_task() {
    const aio::Task<int> task = aio::create_task(number_after(1, 1h));
    const int turns = co_await turns_of([task] { return aio::wait_for(task, 0s); });
    co_return turns;
}

}  // namespace

TEST_CASE("wait_for gives the result of what ends in time, of a named coroutine, too") {
    CHECK(in_virtual_time(in_time()) == 7);
    CHECK(in_virtual_time(move_only()) == 8);
}

TEST_CASE("wait_for cancels what is too late and throws TimeoutError at the limit") {
    aio::Duration at{};
    CHECK(in_virtual_time(too_late(at)) == "TimeoutError");
    CHECK(at == 2s);
}

TEST_CASE("wait_for with zero or less never begins a coroutine") {
    for (const aio::Duration limit : {aio::Duration(0s), aio::Duration(-1s), aio::Duration::min()}) {
        bool ran = false;
        CHECK(in_virtual_time(no_time(ran, limit)) == "TimeoutError");
        CHECK(!ran);
    }
    bool ran = false;
    CHECK(in_virtual_time(no_time_for_a_gather(ran)) == "TimeoutError");
    CHECK(!ran);
}

TEST_CASE("wait_for with zero cancels a task, and gives the result of one that has ended") {
    bool cancelled = false;
    CHECK(in_virtual_time(no_time_for_a_task(cancelled)) == "TimeoutError");
    CHECK(cancelled);
    CHECK(in_virtual_time(no_time_for_a_finished_task()) == 4);
}

TEST_CASE("a coroutine that wait_for never began is not reported as forgotten") {
    Recorder recorder;
    bool ran = false;
    in_virtual_time(no_time(ran, 0s), &recorder);
    CHECK(recorder.count(aio::EventKind::never_awaited) == 0);
}

TEST_CASE("a result that comes in spite of the cancellation is not lost") {
    CHECK(in_virtual_time(result_after_the_limit()) == "kept, kept");
}

TEST_CASE("a wait_for cancelled in the turn in which its task ends loses neither the cancel nor the result") {
    std::optional<int> result;
    CHECK(in_virtual_time(cancelled_as_the_result_comes(result)) == "CancelledError");
    CHECK(result == 9);
}

TEST_CASE("a wait_for that is cancelled cancels its task") {
    bool inner_cancelled = false;
    CHECK(in_virtual_time(cancelled_while_it_waits(inner_cancelled)) == "CancelledError");
    CHECK(inner_cancelled);
}

TEST_CASE("wait_for around shield leaves what is shielded running") {
    bool done = true;
    CHECK(in_virtual_time(around_a_shield(done)) == "TimeoutError");
    CHECK(!done);
}

TEST_CASE("wait_for takes whatever can be awaited") { CHECK(in_virtual_time(a_permit()) == "TimeoutError"); }

TEST_CASE("wait_for takes its own cancellation back") {
    CHECK(in_virtual_time(cancel_requests_afterwards()) == 0);
}

TEST_CASE("wait_for costs the turns it costs in asyncio") {
    CHECK(in_virtual_time(turns_with_time()) == 0);
    CHECK(in_virtual_time(turns_without_time()) == 3);
    CHECK(in_virtual_time(turns_without_time_for_a_task()) == 3);
}
