#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <tuple>

namespace {

using namespace support;

/// What a wait gave, and when.
struct Ended {
    std::string how;
    aio::Duration at{};
    bool operator==(const Ended&) const = default;
};

template <class Body>
aio::Coroutine<> note_end(Ended& ended, aio::Duration limit, Body body) {
    try {
        co_await aio::timeout(limit, std::move(body));
        ended.how = "in time";
    } catch (const aio::TimeoutError&) {
        ended.how = "TimeoutError";
    } catch (const aio::CancelledError&) {
        ended.how = "CancelledError";
        ended.at = aio::now();
        throw;
    }
    ended.at = aio::now();
}

template <class Body>
Ended ends(aio::Duration limit, Body body) {
    Ended ended;
    in_virtual_time(note_end(ended, limit, std::move(body)));
    return ended;
}

aio::Coroutine<> nothing_after(aio::Duration length) { co_await aio::sleep(length); }

aio::Coroutine<> never_waits(bool& ran) {
    ran = true;
    co_return;
}

aio::Coroutine<> counts_turns(int& turns) {
    for (;;) {
        ++turns;
        co_await aio::sleep(0s);
    }
}

aio::Coroutine<int> result_in_time() {
    const int number = co_await aio::timeout(2s, number_after(7, 1s));
    co_return number;
}

aio::Coroutine<int> fails() {
    co_await aio::sleep(1s);
    throw std::logic_error("of the body");
}

aio::Coroutine<int> fails_under_a_timeout() {
    const int number = co_await aio::timeout(2s, fails());
    co_return number;
}

aio::Coroutine<Ended> of_a_task(bool& cancelled) {
    const aio::Task<int> task = aio::create_task(number_after(1, 5s));
    Ended ended;
    co_await note_end(ended, 2s, task);
    cancelled = task.cancelled();
    co_return ended;
}

aio::Coroutine<int> of_a_finished_task() {
    const aio::Task<int> task = aio::create_task(number_after(4, 1s));
    co_await task;
    const int number = co_await aio::timeout(0s, task);
    co_return number;
}

aio::Coroutine<int> of_a_gather() {
    const auto [a, b] = co_await aio::timeout(3s, aio::gather(number_after(1, 1s), number_after(2, 2s)));
    co_return a * 10 + b;
}

aio::Coroutine<int> of_a_named_coroutine() {
    auto named = number_after(6, 1s);
    const int number = co_await aio::timeout(3s, named);
    co_return number;
}

aio::Coroutine<> gather_is_cancelled(bool& both) {
    const aio::Task<> a = aio::create_task(wait_for_ever());
    const aio::Task<> b = aio::create_task(wait_for_ever());
    try {
        co_await aio::timeout(1s, aio::gather(a, b));
    } catch (const aio::TimeoutError&) {
        both = a.cancelled() && b.cancelled();
    }
}

aio::Coroutine<> inner_and_outer(Ended& inner, aio::Duration inner_limit) {
    co_await note_end(inner, inner_limit, wait_for_ever());
}

aio::Coroutine<> cleans_slowly() {
    try {
        co_await aio::sleep(1h);
        co_return;
    } catch (const aio::CancelledError&) {
    }
    co_await aio::sleep(4s);
    throw aio::CancelledError();
}

aio::Coroutine<> cancelled_from_outside(Ended& ended, aio::Duration at) {
    const aio::Task<> task = aio::create_task(note_end(ended, 2s, wait_for_ever()));
    co_await aio::sleep(at);
    task.cancel();
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
    }
}

aio::Coroutine<aio::Duration> sleeps_after_a_timeout() {
    const int number = co_await aio::timeout(2s, number_after(1, 1s));
    co_await aio::sleep(std::chrono::seconds(10 * number));
    co_return aio::now();
}

aio::Coroutine<int> times_out_again_and_again() {
    int count = 0;
    for (int i = 0; i < 100; ++i) {
        try {
            co_await aio::timeout(10ms, wait_for_ever());
        } catch (const aio::TimeoutError&) {
            ++count;
        }
    }
    co_return count;
}

aio::Coroutine<> throws_its_own_timeout_error() {
    co_await aio::sleep(1s);
    throw aio::TimeoutError();
}

}  // namespace

TEST_CASE("a body that ends in time gives its result") { CHECK(in_virtual_time(result_in_time()) == 7); }

TEST_CASE("a body that is too slow is cancelled at the deadline and TimeoutError comes out") {
    CHECK(ends(2s, nothing_after(5s)) == Ended{"TimeoutError", 2s});
}

TEST_CASE("a timeout beats a sleep that ends at the same instant") {
    CHECK(ends(2s, nothing_after(2s)) == Ended{"TimeoutError", 2s});
    CHECK(ends(2s, nothing_after(2s - 1ns)) == Ended{"in time", 2s - 1ns});
}

TEST_CASE("a timeout of zero or less lets the body run until it first waits") {
    int turns = 0;
    CHECK(ends(0s, counts_turns(turns)) == Ended{"TimeoutError", 0s});
    CHECK(ends(-1s, counts_turns(turns)) == Ended{"TimeoutError", 0s});
    CHECK(ends(aio::Duration::min(), counts_turns(turns)) == Ended{"TimeoutError", 0s});
    CHECK(turns == 3);
}

TEST_CASE("a body that never waits gets through a timeout of zero") {
    bool ran = false;
    CHECK(ends(0s, never_waits(ran)) == Ended{"in time", 0s});
    CHECK(ran);
}

TEST_CASE("a timeout beyond the end of time never comes") {
    CHECK(ends(aio::Duration::max(), nothing_after(24h)) == Ended{"in time", 24h});
}

TEST_CASE("an error of the body comes through a timeout") {
    CHECK_THROWS_AS(in_virtual_time(fails_under_a_timeout()), std::logic_error);
}

TEST_CASE("TimeoutError is an ordinary error that says what happened") {
    try {
        throw aio::TimeoutError();
    } catch (const std::exception& error) {
        CHECK(std::string(error.what()).find("timeout") != std::string::npos);
    }
}

TEST_CASE("a TimeoutError of the body's own comes through, before the deadline") {
    CHECK(ends(5s, throws_its_own_timeout_error()) == Ended{"TimeoutError", 1s});
}

TEST_CASE("a timeout around a task cancels the task") {
    bool cancelled = false;
    CHECK(in_virtual_time(of_a_task(cancelled)) == Ended{"TimeoutError", 2s});
    CHECK(cancelled);
}

TEST_CASE("a finished task gives its result under a timeout of zero") {
    CHECK(in_virtual_time(of_a_finished_task()) == 4);
}

TEST_CASE("a timeout around a gather gives the gather's results") {
    CHECK(in_virtual_time(of_a_gather()) == 12);
}

TEST_CASE("a timeout takes a named coroutine without std::move") {
    CHECK(in_virtual_time(of_a_named_coroutine()) == 6);
}

TEST_CASE("a timeout around a gather cancels every child") {
    bool both = false;
    in_virtual_time(gather_is_cancelled(both));
    CHECK(both);
}

TEST_CASE("of two nested timeouts the one whose deadline comes first throws") {
    Ended inner;
    CHECK(ends(2s, inner_and_outer(inner, 5s)) == Ended{"TimeoutError", 2s});
    CHECK(inner == Ended{"CancelledError", 2s});
    CHECK(ends(5s, inner_and_outer(inner, 2s)) == Ended{"in time", 2s});
    CHECK(inner == Ended{"TimeoutError", 2s});
}

TEST_CASE("two nested timeouts may be in one expression") {
    CHECK(ends(5s, aio::timeout(2s, wait_for_ever())) == Ended{"TimeoutError", 2s});
    CHECK(ends(2s, aio::timeout(5s, wait_for_ever())) == Ended{"TimeoutError", 2s});
}

TEST_CASE("TimeoutError comes when the body's cleanup has ended") {
    CHECK(ends(2s, cleans_slowly()) == Ended{"TimeoutError", 6s});
}

TEST_CASE("a cancellation from outside passes through a timeout as CancelledError") {
    Ended ended;
    in_virtual_time(cancelled_from_outside(ended, 1s));
    CHECK(ended == Ended{"CancelledError", 1s});
}

TEST_CASE("a cancellation from outside at the deadline is not turned into TimeoutError") {
    Ended ended;
    in_virtual_time(cancelled_from_outside(ended, 2s));
    CHECK(ended == Ended{"CancelledError", 2s});
}

TEST_CASE("a timeout that was left never hits later code") {
    CHECK(in_virtual_time(sleeps_after_a_timeout()) == 11s);
}

TEST_CASE("one task can time out again and again") {
    CHECK(in_virtual_time(times_out_again_and_again()) == 100);
}
