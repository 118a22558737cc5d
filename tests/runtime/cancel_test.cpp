#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <exception>
#include <optional>
#include <string>
#include <type_traits>

namespace {

using namespace support;

static_assert(!std::is_base_of_v<std::exception, aio::CancelledError>);

aio::Coroutine<bool> was_cancelled(aio::Task<> task) {
    bool thrown = false;
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
        thrown = true;
    }
    co_return thrown;
}

aio::Coroutine<> waits(aio::Duration& cancelled_at) {
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
        cancelled_at = aio::now();
        throw;
    }
}

aio::Coroutine<aio::Duration> thrown_where_it_stands() {
    aio::Duration cancelled_at{};
    const auto task = aio::create_task(waits(cancelled_at));
    co_await aio::sleep(3s);
    CHECK(task.cancel());
    CHECK(!task.done());
    co_await was_cancelled(task);
    CHECK(task.done());
    CHECK(task.cancelled());
    CHECK_THROWS_AS(task.result(), aio::CancelledError);
    CHECK(!task.cancel());
    co_return cancelled_at;
}

aio::Coroutine<> must_not_run(bool& ran, Probe) {
    ran = true;
    co_await aio::sleep(1s);
}

aio::Coroutine<> before_its_start(bool& ran, Lives& lives) {
    const auto task = aio::create_task(must_not_run(ran, Probe(lives)));
    task.cancel();
    const bool cancelled = co_await was_cancelled(task);
    CHECK(cancelled);
}

aio::Coroutine<> awaits(aio::Task<> inner) { co_await inner; }

aio::Coroutine<bool> goes_through_to_the_awaited_task() {
    const auto inner = aio::create_task(wait_for_ever());
    const auto outer = aio::create_task(awaits(inner));
    co_await aio::sleep(1s);
    outer.cancel();
    const bool thrown = co_await was_cancelled(outer);
    co_return thrown&& inner.cancelled();
}

aio::Coroutine<bool> awaiting_a_cancelled_task_throws_and_does_not_cancel() {
    const auto inner = aio::create_task(wait_for_ever());
    const auto outer = aio::create_task(was_cancelled(inner));
    co_await aio::sleep(1s);
    inner.cancel();
    const bool thrown = co_await outer;
    co_return thrown && !outer.cancelled();
}

aio::Coroutine<> cancels_itself(const std::optional<aio::Task<>>& self, std::string& steps) {
    co_await aio::sleep(1s);
    self->cancel();
    steps += "still here";
    co_await aio::sleep(1s);
    steps += ", not here";
}

aio::Coroutine<std::string> self_cancel() {
    std::string steps;
    std::optional<aio::Task<>> self;
    self = aio::create_task(cancels_itself(self, steps));
    const bool thrown = co_await was_cancelled(*self);
    co_return steps + (thrown ? ", cancelled" : "");
}

aio::Coroutine<int> swallows() {
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
    }
    co_await aio::sleep(2s);
    co_return 5;
}

aio::Coroutine<int> swallowed() {
    const auto task = aio::create_task(swallows());
    co_await aio::sleep(1s);
    task.cancel();
    const int result = co_await task;
    CHECK(!task.cancelled());
    CHECK(aio::now() == 3s);
    co_return result;
}

aio::Coroutine<> ordinary_errors_only(bool& caught) {
    try {
        co_await aio::sleep(10s);
    } catch (const std::exception&) {
        caught = true;
    }
}

aio::Coroutine<bool> ordinary_catch_lets_it_through() {
    bool caught = false;
    const auto task = aio::create_task(ordinary_errors_only(caught));
    co_await aio::sleep(1s);
    task.cancel();
    const bool thrown = co_await was_cancelled(task);
    co_return thrown && !caught;
}

// Both timers fire in one turn, so that the sleeper is woken already when it is cancelled.

aio::Coroutine<> cancels_at(const std::optional<aio::Task<>>& victim, aio::Duration at) {
    co_await aio::sleep(at);
    victim->cancel();
}

aio::Coroutine<> sleeps_one_second(bool& went_on) {
    co_await aio::sleep(1s);
    went_on = true;
}

aio::Coroutine<> woken_and_cancelled(bool& went_on) {
    std::optional<aio::Task<>> victim;
    const auto killer = aio::create_task(cancels_at(victim, 1s));
    victim = aio::create_task(sleeps_one_second(went_on));
    const bool thrown = co_await was_cancelled(*victim);
    CHECK(thrown);
    co_await killer;
}

aio::Coroutine<> waits_for_a_result(aio::Task<int> source, bool& went_on) {
    const int number = co_await source;
    went_on = number == 1;
}

aio::Coroutine<> result_under_way_and_cancelled(bool& went_on) {
    std::optional<aio::Task<>> victim;
    const auto source = aio::create_task(number_after(1, 1s));
    const auto killer = aio::create_task(cancels_at(victim, 1s));
    victim = aio::create_task(waits_for_a_result(source, went_on));
    const bool thrown = co_await was_cancelled(*victim);
    CHECK(thrown);
    CHECK(source.result() == 1);
    co_await killer;
}

aio::Coroutine<> gathers(bool& went_on) {
    co_await aio::gather(sleeps_one_second(went_on), sleeps_one_second(went_on));
    went_on = false;
}

aio::Coroutine<> gather_under_way_and_cancelled(bool& went_on) {
    const auto victim = aio::create_task(gathers(went_on));
    co_await aio::sleep(1s);
    co_await aio::sleep(0s);  // both children have ended, and their gather does not know it yet
    victim.cancel();
    const bool thrown = co_await was_cancelled(victim);
    CHECK(thrown);
}

aio::Coroutine<> cleans_up(int& times) {
    for (int i = 0; i < 2; ++i) {
        try {
            co_await aio::sleep(10s);
        } catch (const aio::CancelledError&) {
            ++times;
        }
    }
}

aio::Coroutine<int> cancelled_during_cleanup() {
    int times = 0;
    const auto task = aio::create_task(cleans_up(times));
    for (int i = 0; i < 2; ++i) {
        co_await aio::sleep(1s);
        task.cancel();
    }
    co_await task;
    co_return times;
}

aio::Coroutine<> holds(Probe) { co_await wait_for_ever(); }

aio::Coroutine<> cancelled_with_a_probe(Lives& lives) {
    const auto task = aio::create_task(holds(Probe(lives)));
    co_await aio::sleep(1s);
    task.cancel();
    co_await was_cancelled(task);
}

aio::Coroutine<int> yields(int times) {
    int done = 0;
    for (; done < times; ++done) co_await aio::sleep(0s);
    co_return done;
}

aio::Coroutine<std::string> cancelled_while_it_yields(bool taken_back) {
    const auto task = aio::create_task(yields(3));
    co_await aio::sleep(0s);
    task.cancel();
    if (taken_back) task.uncancel();
    try {
        const int done = co_await task;
        co_return "yielded " + std::to_string(done) + " times";
    } catch (const aio::CancelledError&) {
        co_return "cancelled";
    }
}

}  // namespace

TEST_CASE("cancel() throws at the co_await where the task waits, at once") {
    CHECK(in_virtual_time(thrown_where_it_stands()) == 3s);
}

TEST_CASE("a task cancelled before its start never runs, and frees its parameters") {
    bool ran = false;
    Lives lives;
    in_virtual_time(before_its_start(ran, lives));
    CHECK(!ran);
    CHECK(lives.balanced());
}

TEST_CASE("a cancellation goes through to the task that is awaited") {
    CHECK(in_virtual_time(goes_through_to_the_awaited_task()));
}

TEST_CASE("who awaits a task that somebody else cancels is not cancelled itself") {
    CHECK(in_virtual_time(awaiting_a_cancelled_task_throws_and_does_not_cancel()));
}

TEST_CASE("a task that cancels itself is told at its next wait") {
    CHECK(in_virtual_time(self_cancel()) == "still here, cancelled");
}

TEST_CASE("a task may swallow its cancellation and return") { CHECK(in_virtual_time(swallowed()) == 5); }

TEST_CASE("who catches std::exception does not catch a cancellation") {
    CHECK(in_virtual_time(ordinary_catch_lets_it_through()));
}

TEST_CASE("a wake-up under way loses to cancel()") {
    bool went_on = false;
    SUBCASE("from a sleep") { in_virtual_time(woken_and_cancelled(went_on)); }
    SUBCASE("from a task") { in_virtual_time(result_under_way_and_cancelled(went_on)); }
    CHECK(!went_on);
}

TEST_CASE("a gather whose children have just ended loses to cancel()") {
    bool went_on = false;
    in_virtual_time(gather_under_way_and_cancelled(went_on));
    CHECK(went_on);
}

TEST_CASE("each cancel() throws once, also during cleanup") {
    CHECK(in_virtual_time(cancelled_during_cleanup()) == 2);
}

TEST_CASE("a cancelled coroutine's frames are destroyed exactly once") {
    Lives lives;
    in_virtual_time(cancelled_with_a_probe(lives));
    CHECK(lives.balanced());
}

TEST_CASE("who lets others run is cancelled at its next step") {
    CHECK(in_virtual_time(cancelled_while_it_yields(false)) == "cancelled");
}

// CPython 3.13: nothing but a flag tells the task, and uncancel() takes that back, too.
TEST_CASE("who lets others run is not cancelled when that is taken back before its next step") {
    CHECK(in_virtual_time(cancelled_while_it_yields(true)) == "yielded 3 times");
}
