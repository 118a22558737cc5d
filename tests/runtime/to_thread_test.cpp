#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace support;

void block(std::chrono::milliseconds length) { std::this_thread::sleep_for(length); }

aio::Coroutine<std::string> in_another_thread() {
    const std::thread::id here = std::this_thread::get_id();
    const bool other = co_await aio::to_thread([here] { return std::this_thread::get_id() != here; });
    const std::string joined =
        co_await aio::to_thread([](std::string a, int b) { return a + std::to_string(b); }, "n", 3);
    co_return other ? joined : "";
}

aio::Coroutine<int> move_only() {
    auto given = std::make_unique<int>(4);
    const auto made = co_await aio::to_thread(
        [](std::unique_ptr<int> number) { return std::make_unique<int>(*number + 1); }, std::move(given));
    co_return *made;
}

aio::Coroutine<std::string> error_comes_back() {
    std::string what;
    try {
        co_await aio::to_thread([] { throw std::logic_error("in the thread"); });
    } catch (const std::logic_error& error) {
        what = error.what();
    }
    co_return what;
}

aio::Coroutine<std::string> aio_in_a_thread() {
    std::string what;
    try {
        co_await aio::to_thread([] { return aio::now(); });
    } catch (const aio::RuntimeError& error) {
        what = error.what();
    }
    co_return what;
}

aio::Coroutine<int> ticks(int& seen) {
    for (;;) {
        co_await aio::sleep(1ms);
        ++seen;
    }
}

aio::Coroutine<int> loop_goes_on() {
    int seen = 0;
    const auto ticker = aio::create_task(ticks(seen));
    co_await aio::to_thread([] { block(50ms); });
    ticker.cancel();
    co_return seen;
}

aio::Coroutine<aio::Duration> without_timers() {
    co_await aio::to_thread([] { block(20ms); });
    co_return aio::now();
}

// Virtual time flows while the thread works and jumps afterwards: it must not run away because of the ticker.
aio::Coroutine<bool> beside_a_ticker() {
    int seen = 0;
    const auto ticker = aio::create_task(ticks(seen));
    bool in_time = true;
    try {
        co_await aio::timeout(10s, aio::to_thread([] { block(100ms); }));
    } catch (const aio::TimeoutError&) {
        in_time = false;
    }
    ticker.cancel();
    co_return in_time&& aio::now() >= 90ms && aio::now() < 10s;
}

using Counter = std::shared_ptr<std::atomic<int>>;

aio::Coroutine<bool> times_out(Counter ended) {
    bool timed_out = false;
    const auto work = [ended, kept = std::vector<int>(1000, 1)] {
        block(60ms);
        *ended += kept[999];
    };
    try {
        co_await aio::timeout(5ms, aio::to_thread(work));
    } catch (const aio::TimeoutError&) {
        timed_out = true;
    }
    CHECK(*ended == 0);
    co_return timed_out;
}

aio::Coroutine<> waits_in_a_thread(Counter begun, Counter ended) {
    const auto work = [begun, ended] {
        ++*begun;
        block(20ms);
        ++*ended;
    };
    co_await aio::to_thread(work);
}

/// More than the pool has threads; all are cancelled while some have not begun.
aio::Coroutine<> cancels_many(Counter begun, Counter ended) {
    std::vector<aio::Task<>> tasks;
    for (int i = 0; i < 64; ++i) tasks.push_back(aio::create_task(waits_in_a_thread(begun, ended)));
    co_await aio::sleep(1ms);
    for (const auto& task : tasks) task.cancel();
    co_await aio::gather(aio::return_exceptions, tasks);
}

aio::Coroutine<> left_behind(Counter begun, Counter ended) {
    (void)aio::create_task(waits_in_a_thread(begun, ended));
    while (*begun == 0) co_await aio::sleep(0s);
}

aio::Coroutine<> deadlock_is_torn_down(Counter begun, Counter ended) {
    aio::Semaphore slots(0);
    co_await aio::gather(waits_in_a_thread(begun, ended), slots.acquire());
}

aio::Coroutine<std::string> awaited_twice() {
    auto job = aio::to_thread([] { return 1; });
    const int once = co_await job;
    std::string what;
    try {
        co_await job;
    } catch (const aio::RuntimeError& error) {
        what = error.what();
    }
    co_return once == 1 ? what : "";
}

int two() { return 2; }

aio::Coroutine<int> many_at_once() {
    std::vector<aio::ToThread<int (*)()>> jobs;
    // A function, not +[] { … }: at that g++ 12.2 dies (force_type_die) when it writes debug information.
    for (int i = 0; i < 100; ++i) jobs.push_back(aio::to_thread(&two));
    int sum = 0;
    const std::vector<int> results = co_await aio::gather(jobs);
    for (const int one : results) sum += one;
    co_return sum;
}

}  // namespace

TEST_CASE("to_thread calls a function in another thread, with its arguments, and gives its result") {
    CHECK(in_virtual_time(in_another_thread()) == "n3");
    CHECK(in_virtual_time(move_only()) == 5);
    CHECK(in_virtual_time(many_at_once()) == 200);
}

TEST_CASE("an error of the function comes back") {
    CHECK(in_virtual_time(error_comes_back()) == "in the thread");
    CHECK(aio::run(error_comes_back()) == "in the thread");
}

TEST_CASE("the loop goes on while a thread works") { CHECK(aio::run(loop_goes_on()) > 5); }

TEST_CASE("virtual time does not move while a thread works and no timer is set") {
    CHECK(in_virtual_time(without_timers()) == 0s);
}

TEST_CASE("virtual time flows as fast as real time while a thread works and a timer is set") {
    CHECK(in_virtual_time(beside_a_ticker()));
}

TEST_CASE("a thread whose wait has timed out runs to its end, on memory that is still its own") {
    for (const bool is_virtual : {true, false}) {
        const auto ended = std::make_shared<std::atomic<int>>(0);
        CHECK((is_virtual ? in_virtual_time(times_out(ended)) : aio::run(times_out(ended))));
        CHECK(*ended == 1);  // run() has waited for it
        CHECK(ended.use_count() == 1);
    }
}

TEST_CASE("functions whose wait is cancelled before they begin never begin") {
    const auto begun = std::make_shared<std::atomic<int>>(0);
    const auto ended = std::make_shared<std::atomic<int>>(0);
    in_virtual_time(cancels_many(begun, ended));
    CHECK(*begun < 64);
    CHECK(*begun == *ended);
    CHECK(begun.use_count() == 1);
}

TEST_CASE("run() waits for the threads of what was left behind") {
    const auto begun = std::make_shared<std::atomic<int>>(0);
    const auto ended = std::make_shared<std::atomic<int>>(0);
    in_virtual_time(left_behind(begun, ended));
    CHECK(*ended == 1);
}

TEST_CASE("a thread at work is no deadlock; when it has ended, the rest may be one") {
    const auto begun = std::make_shared<std::atomic<int>>(0);
    const auto ended = std::make_shared<std::atomic<int>>(0);
    CHECK_THROWS_AS(in_virtual_time(deadlock_is_torn_down(begun, ended)), aio::DeadlockError);
    CHECK(*ended == 1);
    CHECK(ended.use_count() == 1);
}

TEST_CASE("a to_thread() is awaited once, and aio's words are refused inside it") {
    CHECK(in_virtual_time(awaited_twice()).find("awaited already") != std::string::npos);
    CHECK(in_virtual_time(aio_in_a_thread()).find("no loop is running") != std::string::npos);
}
