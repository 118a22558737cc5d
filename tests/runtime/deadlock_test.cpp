#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <coroutine>
#include <optional>
#include <stdexcept>
#include <string>

namespace {

using namespace support;

aio::Coroutine<> takes_two(aio::Semaphore& slots, std::uint32_t& line) {
    const auto first = co_await slots.acquire();
    line = __LINE__ + 1;
    const auto second = co_await slots.acquire();
}

aio::Coroutine<> one_slot(std::uint32_t& line) {
    aio::Semaphore slots(1);
    co_await takes_two(slots, line);
}

aio::Coroutine<> gathers_two(std::uint32_t& line) {
    aio::Semaphore none(0);
    co_await aio::gather(takes_two(none, line), takes_two(none, line));
}

aio::Coroutine<> awaits_the_other(const std::optional<aio::Task<>>& other) { co_await *other; }

aio::Coroutine<> ring() {
    std::optional<aio::Task<>> first;
    std::optional<aio::Task<>> second;
    first = aio::create_task(awaits_the_other(second), "first");
    second = aio::create_task(awaits_the_other(first), "second");
    co_await *first;
}

aio::Coroutine<> foreign_awaitable() { co_await std::suspend_always(); }

aio::Coroutine<> says_it_was_cancelled(aio::Semaphore& slots, bool& cleaned) {
    try {
        const auto slot = co_await slots.acquire();
    } catch (const aio::CancelledError&) {
        cleaned = true;
        throw;
    }
}

aio::Coroutine<> waits_for_a_slot(bool& cleaned) {
    aio::Semaphore none(0);
    co_await says_it_was_cancelled(none, cleaned);
}

aio::Coroutine<> swallows_and_waits_again(aio::Semaphore& slots, Probe) {
    for (;;) {
        try {
            const auto slot = co_await slots.acquire();
        } catch (const aio::CancelledError&) {
        }
    }
}

aio::Coroutine<> cannot_be_cancelled(Lives& lives) {
    aio::Semaphore none(0);
    co_await aio::gather(swallows_and_waits_again(none, Probe(lives)),
                         swallows_and_waits_again(none, Probe(lives)));
}

aio::Coroutine<> leaves_a_deadlock_behind(Lives& lives) {
    static aio::Semaphore none(0);
    {
        const auto dropped = aio::create_task(swallows_and_waits_again(none, Probe(lives)));
    }
    co_await aio::sleep(1s);
}

/// Says by its death that its frame is gone.
struct Local {
    bool& alive;
    explicit Local(bool& flag) : alive(flag) { alive = true; }
    ~Local() { alive = false; }
};

/// Looks, when it dies, whether the frame it refers into is still there.
struct Looks {
    const bool& alive;
    bool& seen_alive;
    ~Looks() { seen_alive = alive; }
};

aio::Coroutine<> refers_into(aio::Semaphore& slots, const bool& alive, bool& seen_alive) {
    const Looks looks{alive, seen_alive};
    for (;;) {
        try {
            const auto slot = co_await slots.acquire();
        } catch (const aio::CancelledError&) {
        }
    }
}

aio::Coroutine<> is_referred_to(bool& alive, bool& seen_alive) {
    const Local local(alive);
    aio::Semaphore none(0);
    co_await aio::gather(refers_into(none, alive, seen_alive));
}

aio::Coroutine<> a_ticker_runs(aio::Duration& until) {
    aio::Semaphore none(0);
    const auto ticker = aio::create_task(wait_for_ever());
    try {
        const auto slot = co_await aio::timeout(10s, none.acquire());
    } catch (const aio::TimeoutError&) {
        until = aio::now();
    }
}

aio::DeadlockError deadlock_of(aio::Coroutine<> coroutine, aio::Observer* observer = nullptr) {
    try {
        in_virtual_time(std::move(coroutine), observer);
    } catch (const aio::DeadlockError& error) {
        return error;
    }
    throw std::logic_error("there was no deadlock");
}

}  // namespace

TEST_CASE("a deadlock names who waits, for what, in which file and line") {
    std::uint32_t line = 0;
    const aio::DeadlockError error = deadlock_of(one_slot(line));
    REQUIRE(error.waiting().size() == 1);
    const aio::Waiting& waiting = error.waiting()[0];
    CHECK(waiting.coroutine == "takes_two");
    CHECK(waiting.waits_for == "a semaphore with no slot free");
    CHECK(waiting.file.ends_with("deadlock_test.cpp"));
    CHECK(waiting.line == line);
}

TEST_CASE("a deadlock's message holds every name and line") {
    std::uint32_t line = 0;
    const std::string message = deadlock_of(one_slot(line)).what();
    CHECK(message.find("deadlock") == 0);
    CHECK(message.find("takes_two waits for a semaphore with no slot free at line " + std::to_string(line)) !=
          std::string::npos);
}

TEST_CASE("a deadlock names every task that is left, also those that wait for others") {
    std::uint32_t line = 0;
    const aio::DeadlockError error = deadlock_of(gathers_two(line));
    REQUIRE(error.waiting().size() == 3);
    CHECK(error.waiting()[0].coroutine == "gathers_two");
    CHECK(error.waiting()[0].waits_for == "gather of Task-2, Task-3");
    CHECK(error.waiting()[2].coroutine == "takes_two");
}

TEST_CASE("tasks that await each other in a ring are a deadlock") {
    const aio::DeadlockError error = deadlock_of(ring());
    REQUIRE(error.waiting().size() == 3);
    CHECK(error.waiting()[1].waits_for == "the task second");
    CHECK(error.waiting()[2].waits_for == "the task first");
}

TEST_CASE("waiting for an awaitable that aio does not know is a deadlock") {
    const aio::DeadlockError error = deadlock_of(foreign_awaitable());
    CHECK(error.waiting().at(0).coroutine == "foreign_awaitable");
    CHECK(error.waiting().at(0).waits_for == "something that is not aio's");
}

TEST_CASE("an observer is told of every coroutine in a deadlock") {
    Recorder recorder;
    std::uint32_t line = 0;
    deadlock_of(gathers_two(line), &recorder);
    CHECK(recorder.count(aio::EventKind::deadlocked) == 3);
    CHECK(recorder.all(aio::EventKind::deadlocked)[1].detail == "a semaphore with no slot free");
}

TEST_CASE("what is deadlocked is cancelled and cleans up before run() throws") {
    bool cleaned = false;
    deadlock_of(waits_for_a_slot(cleaned));
    CHECK(cleaned);
}

TEST_CASE("what is deadlocked and swallows its cancellation is destroyed exactly once") {
    Lives lives;
    SUBCASE("under a gather") { deadlock_of(cannot_be_cancelled(lives)); }
    SUBCASE("left behind") { deadlock_of(leaves_a_deadlock_behind(lives)); }
    CHECK(lives.balanced());
}

TEST_CASE("children are torn down before the frame that started them") {
    bool alive = false;
    bool seen_alive = false;
    deadlock_of(is_referred_to(alive, seen_alive));
    CHECK(seen_alive);
    CHECK(!alive);
}

TEST_CASE("while a timer is set there is no deadlock") {
    aio::Duration until{};
    in_virtual_time(a_ticker_runs(until));
    CHECK(until == 10s);
}

TEST_CASE("a deadlock is found in real time, too") {
    std::uint32_t line = 0;
    CHECK_THROWS_AS(aio::run(one_slot(line)), aio::DeadlockError);
}
