#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace support;

aio::Coroutine<> holds(aio::Lock& lock, std::string& order, char name, aio::Duration length) {
    const auto guard = co_await lock.acquire();
    order += name;
    co_await aio::sleep(length);
}

aio::Coroutine<std::string> first_come_first_served() {
    aio::Lock lock;
    std::string order;
    co_await aio::gather(holds(lock, order, 'a', 3s), holds(lock, order, 'b', 0s),
                         holds(lock, order, 'c', 1s));
    CHECK(!lock.locked());
    CHECK(aio::now() == 4s);
    co_return order;
}

aio::Coroutine<std::string> locked_and_released() {
    aio::Lock lock;
    std::string seen = lock.locked() ? "locked" : "free";
    auto guard = co_await lock.acquire();
    seen += lock.locked() ? " locked" : " free";
    guard.release();
    guard.release();
    seen += lock.locked() ? " locked" : " free";
    co_return seen;
}

aio::Coroutine<> guards_move() {
    aio::Lock a;
    aio::Lock b;
    auto guard = co_await a.acquire();
    auto other = co_await b.acquire();
    guard = std::move(other);  // releases a
    CHECK(!a.locked());
    CHECK(b.locked());
    guard.release();
    CHECK(!b.locked());
}

aio::Coroutine<std::string> newcomer_waits_its_turn() {
    aio::Lock lock;
    std::string order;
    auto mine = co_await lock.acquire();
    const auto first = aio::create_task(holds(lock, order, 'a', 0s));
    co_await aio::sleep(1s);
    mine.release();
    CHECK(!lock.locked());  // it is under way to the first in line
    const auto again = co_await lock.acquire();
    co_return order + "m";
}

aio::Coroutine<std::string> cancelled_with_the_lock_under_way() {
    aio::Lock lock;
    std::string order;
    auto mine = co_await lock.acquire();
    const auto a = aio::create_task(holds(lock, order, 'a', 0s));
    const auto b = aio::create_task(holds(lock, order, 'b', 0s));
    co_await aio::sleep(1s);
    mine.release();
    a.cancel();
    co_await b;
    CHECK(a.cancelled());
    CHECK(!lock.locked());
    co_return order;
}

aio::Coroutine<std::string> the_first_is_cancelled_as_it_is_released() {
    aio::Lock lock;
    std::string order;
    auto mine = co_await lock.acquire();
    const auto a = aio::create_task(holds(lock, order, 'a', 0s));
    const auto b = aio::create_task(holds(lock, order, 'b', 0s));
    co_await aio::sleep(1s);
    a.cancel();
    mine.release();
    co_await b;
    co_return order;
}

aio::Coroutine<> cancelled_and_nobody_else() {
    aio::Lock lock;
    std::string order;
    auto mine = co_await lock.acquire();
    const auto a = aio::create_task(holds(lock, order, 'a', 0s));
    co_await aio::sleep(1s);
    mine.release();
    a.cancel();
    co_await aio::sleep(1s);
    CHECK(!lock.locked());
    const auto mine_again = co_await lock.acquire();
    CHECK(order.empty());
}

aio::Coroutine<std::string> everybody_in_line_is_cancelled() {
    aio::Lock lock;
    std::string order;
    auto mine = co_await lock.acquire();
    const auto a = aio::create_task(holds(lock, order, 'a', 0s));
    co_await aio::sleep(1s);
    a.cancel();
    mine.release();
    const auto again = co_await lock.acquire();  // at once: nobody in line is left who could take it
    order += 'm';
    co_await aio::sleep(0s);
    co_return order;
}

aio::Coroutine<> cancelled_before_start(std::string& order) {
    aio::Lock lock;
    auto mine = co_await lock.acquire();
    const auto a = aio::create_task(holds(lock, order, 'a', 0s));
    const auto b = aio::create_task(holds(lock, order, 'b', 0s));
    a.cancel();
    mine.release();
    co_await b;
    CHECK(a.cancelled());
}

aio::Coroutine<std::string> destroyed_while_waited_on() {
    auto lock = std::make_unique<aio::Lock>();
    std::string order;
    std::optional<aio::Guard> mine;
    mine.emplace(co_await lock->acquire());
    const auto waiter = aio::create_task(holds(*lock, order, 'a', 0s));
    co_await aio::sleep(1s);
    lock.reset();
    mine->release();
    std::string said;
    try {
        co_await waiter;
    } catch (const aio::RuntimeError& error) {
        said = error.what();
    }
    co_return said;
}

aio::Coroutine<std::string> awaited_after_it_was_destroyed() {
    auto lock = std::make_unique<aio::Lock>();
    const auto guard = co_await lock->acquire();
    auto second = lock->acquire();
    lock.reset();
    std::string said;
    try {
        const auto never = co_await second;
    } catch (const aio::RuntimeError& error) {
        said = error.what();
    }
    co_return said;
}

aio::Coroutine<> waits_for_itself() {
    aio::Lock lock;
    const auto guard = co_await lock.acquire();
    const auto again = co_await lock.acquire();
}

aio::Coroutine<> under_a_timeout() {
    aio::Lock lock;
    auto mine = co_await lock.acquire();
    try {
        const auto guard = co_await aio::timeout(2s, lock.acquire());
    } catch (const aio::TimeoutError&) {
    }
    CHECK(aio::now() == 2s);
    mine.release();
    CHECK(!lock.locked());
}

aio::Coroutine<> lets_go_of(aio::Lock& lock) {
    std::string order;
    const auto a = aio::create_task(holds(lock, order, 'a', 1h));
    const auto b = aio::create_task(holds(lock, order, 'b', 1h));
    co_await aio::sleep(1s);
}

}  // namespace

TEST_CASE("a lock is held by one at a time, first come, first served") {
    CHECK(in_virtual_time(first_come_first_served()) == "abc");
}

TEST_CASE("a guard releases its lock once, at release() or when it dies") {
    CHECK(in_virtual_time(locked_and_released()) == "free locked free");
}

TEST_CASE("assigning to a guard releases what it held") { in_virtual_time(guards_move()); }

TEST_CASE("nobody overtakes the one to whom a lock is under way") {
    CHECK(in_virtual_time(newcomer_waits_its_turn()) == "am");
}

TEST_CASE("a lock under way to a task that is cancelled goes on to the next") {
    CHECK(in_virtual_time(cancelled_with_the_lock_under_way()) == "b");
}

TEST_CASE("a lock released while the first in line is being cancelled goes to the second") {
    CHECK(in_virtual_time(the_first_is_cancelled_as_it_is_released()) == "b");
}

TEST_CASE("a lock under way to a task that is cancelled is free when nobody else waits") {
    in_virtual_time(cancelled_and_nobody_else());
}

TEST_CASE("who is cancelled in line holds nobody up") {
    CHECK(in_virtual_time(everybody_in_line_is_cancelled()) == "m");
}

TEST_CASE("a task cancelled before it waits takes no lock") {
    std::string order;
    in_virtual_time(cancelled_before_start(order));
    CHECK(order == "b");
}

TEST_CASE("who waits for a lock that is destroyed gets an error that says so") {
    const std::string said = in_virtual_time(destroyed_while_waited_on());
    CHECK(said.find("the lock was destroyed while this coroutine waited") != std::string::npos);
}

TEST_CASE("who awaits a lock that was destroyed gets an error that says so") {
    const std::string said = in_virtual_time(awaited_after_it_was_destroyed());
    CHECK(said.find("the lock was destroyed before it was awaited") != std::string::npos);
}

TEST_CASE("a coroutine that waits for the lock it holds is a deadlock, told with its name") {
    try {
        in_virtual_time(waits_for_itself());
        FAIL("it came back");
    } catch (const aio::DeadlockError& error) {
        CHECK(error.waiting().at(0).coroutine == "waits_for_itself");
        CHECK(error.waiting().at(0).waits_for == "a lock that is held");
        CHECK(error.waiting().at(0).line > 0);
    }
}

TEST_CASE("a wait for a lock can be given up by a timeout") { in_virtual_time(under_a_timeout()); }

TEST_CASE("a lock made before run() is free again after it") {
    aio::Lock lock;
    for (int i = 0; i < 2; ++i) {
        Recorder recorder;
        in_virtual_time(lets_go_of(lock), &recorder);
        CHECK(!lock.locked());
    }
}

TEST_CASE("an observer hears of a wait for a lock, with the program's own line") {
    Recorder recorder;
    in_virtual_time(first_come_first_served(), &recorder);
    std::vector<Seen> waits;
    for (const Seen& one : recorder.all(aio::EventKind::wait_began)) {
        if (one.detail == "lock") waits.push_back(one);
    }
    REQUIRE(waits.size() == 2);
    CHECK(waits[0].coroutine == "holds");
    CHECK(waits[0].event.line > 0);
}
