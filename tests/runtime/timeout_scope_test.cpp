#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace {

using namespace support;

aio::Coroutine<int> gets_more_time(aio::TimeoutScope& limit) {
    co_await aio::sleep(2s);
    CHECK(limit.when() == 3s);
    limit.reschedule(5s);
    CHECK(limit.when() == 7s);
    co_await aio::sleep(4s);
    co_return 6;
}

aio::Coroutine<int> longer() {
    aio::TimeoutScope limit(3s);
    const int number = co_await aio::timeout(limit, gets_more_time(limit));
    CHECK(!limit.expired());
    CHECK(aio::now() == 6s);
    co_await aio::sleep(1h);
    co_return number;
}

aio::Coroutine<> has_less_time(aio::TimeoutScope& limit, std::optional<aio::Duration> length) {
    co_await aio::sleep(1s);
    limit.reschedule(length);
    co_await aio::sleep(1h);
}

aio::Coroutine<bool> shorter(aio::Duration length, aio::Duration& at) {
    aio::TimeoutScope limit(30s);
    try {
        co_await aio::timeout(limit, has_less_time(limit, length));
    } catch (const aio::TimeoutError&) {
        at = aio::now();
    }
    CHECK(aio::current_task().cancelling() == 0);
    co_return limit.expired();
}

aio::Coroutine<bool> taken_away() {
    aio::TimeoutScope limit(30s);
    co_await aio::timeout(limit, has_less_time(limit, std::nullopt));
    co_return !limit.expired() && !limit.when() && aio::now() == 1h + 1s;
}

aio::Coroutine<bool> set_later() {
    aio::TimeoutScope limit;
    bool timed_out = false;
    CHECK(!limit.when());
    try {
        co_await aio::timeout(limit, has_less_time(limit, 2s));
    } catch (const aio::TimeoutError&) {
        timed_out = true;
    }
    co_return timed_out&& limit.expired() && aio::now() == 3s;
}

aio::Coroutine<> swallows() {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
    }
}

aio::Coroutine<bool> body_swallows() {
    aio::TimeoutScope limit(2s);
    co_await aio::timeout(limit, swallows());
    co_return limit.expired() && aio::current_task().cancelling() == 0;
}

aio::Coroutine<bool> counts_from_its_making() {
    aio::TimeoutScope limit(3s);
    co_await aio::sleep(2s);
    try {
        co_await aio::timeout(limit, aio::sleep(1h));
    } catch (const aio::TimeoutError&) {
    }
    co_return aio::now() == 3s;
}

template <class Action>
std::string refusal(Action action) {
    try {
        action();
    } catch (const aio::RuntimeError& error) {
        return error.what();
    }
    return "";
}

aio::Coroutine<> reschedules_in_its_cleanup(aio::TimeoutScope& limit, std::string& said) {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
        said = refusal([&] { limit.reschedule(1h); });
        throw;
    }
}

aio::Coroutine<> misuses() {
    aio::TimeoutScope limit(1s);
    CHECK(refusal([&] { limit.reschedule(1s); }).find("give it to timeout() first") != std::string::npos);
    co_await aio::timeout(limit, swallows());
    CHECK(refusal([&] { limit.reschedule(1s); }).find("expired") != std::string::npos);
    std::string said;
    try {
        co_await aio::timeout(limit, aio::sleep(1s));
    } catch (const aio::RuntimeError& error) {
        said = error.what();
    }
    CHECK(said.find("used once") != std::string::npos);

    aio::TimeoutScope in_time(1s);
    co_await aio::timeout(in_time, aio::sleep(0s));
    CHECK(refusal([&] { in_time.reschedule(1s); }).find("body is over") != std::string::npos);

    aio::TimeoutScope expiring(1s);
    try {
        co_await aio::timeout(expiring, reschedules_in_its_cleanup(expiring, said));
    } catch (const aio::TimeoutError&) {
    }
    CHECK(said.find("expired") != std::string::npos);
    CHECK(aio::current_task().cancelling() == 0);
}

aio::Coroutine<> under_a_scope(std::string& how) {
    aio::TimeoutScope limit(2s);
    try {
        co_await aio::timeout(limit, aio::sleep(1h));
    } catch (const aio::TimeoutError&) {
        how = "TimeoutError";
    } catch (const aio::CancelledError&) {
        how = "CancelledError";
        throw;
    }
}

aio::Coroutine<std::string> outside_cancel_at_the_deadline() {
    std::string how;
    const aio::Task<> task = aio::create_task(under_a_scope(how));
    co_await aio::sleep(2s);
    task.cancel();
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
    }
    co_return how;
}

}  // namespace

TEST_CASE("a timeout can be given more time while its body runs") { CHECK(in_virtual_time(longer()) == 6); }

TEST_CASE("a timeout can be given less time, or none") {
    aio::Duration at{};
    CHECK(in_virtual_time(shorter(2s, at)));
    CHECK(at == 3s);
    for (const aio::Duration length : {aio::Duration(0s), aio::Duration(-5s), aio::Duration::min()}) {
        CHECK(in_virtual_time(shorter(length, at)));
        CHECK(at == 1s);
    }
}

TEST_CASE("a deadline can be taken away, or set later") {
    CHECK(in_virtual_time(taken_away()));
    CHECK(in_virtual_time(set_later()));
}

TEST_CASE("a scope tells that it expired, also when the body caught the cancellation") {
    CHECK(in_virtual_time(body_swallows()));
}

TEST_CASE("a scope's deadline counts from its making") { CHECK(in_virtual_time(counts_from_its_making())); }

TEST_CASE("a scope is used once, and rescheduled only while its body runs: each misuse is named") {
    in_virtual_time(misuses());
}

TEST_CASE("a scope made outside run() is refused") {
    CHECK_THROWS_AS(aio::TimeoutScope(1s), aio::RuntimeError);
}

TEST_CASE("a scope does not eat a cancellation from outside at its deadline") {
    CHECK(in_virtual_time(outside_cancel_at_the_deadline()) == "CancelledError");
}

TEST_CASE("a timeout that gets another length is told as disarmed, then as armed anew") {
    Recorder recorder;
    CHECK(in_virtual_time(longer(), &recorder) == 6);
    CHECK(recorder.count(aio::EventKind::timeout_armed) == 2);
    REQUIRE(recorder.count(aio::EventKind::timeout_disarmed) == 2);
    CHECK(recorder.all(aio::EventKind::timeout_disarmed)[0].event.at == 2s);
    CHECK(recorder.all(aio::EventKind::timeout_armed)[1].event.at == 2s);
    CHECK(recorder.count(aio::EventKind::timeout_expired) == 0);
}
