#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace {

using namespace support;

aio::Coroutine<> waits(aio::Condition& condition, std::string& order, char name) {
    const auto guard = co_await condition.acquire();
    co_await condition.wait();
    CHECK(condition.locked());
    order += name;
}

aio::Coroutine<> notifies(aio::Condition& condition, std::size_t most) {
    const auto guard = co_await condition.acquire();
    condition.notify(most);
}

aio::Coroutine<std::string> notified_in_order() {
    aio::Condition condition;
    std::string order;
    const auto a = aio::create_task(waits(condition, order, 'a'));
    const auto b = aio::create_task(waits(condition, order, 'b'));
    const auto c = aio::create_task(waits(condition, order, 'c'));
    co_await aio::sleep(1s);
    co_await notifies(condition, 2);
    co_await aio::sleep(1s);
    CHECK(order == "ab");
    {
        const auto guard = co_await condition.acquire();
        condition.notify_all();
        co_await aio::sleep(1s);
        CHECK(order == "ab");  // not before the lock is free
    }
    co_await c;
    CHECK(!condition.locked());
    co_return order;
}

aio::Coroutine<std::string> cancelled_once_notified() {
    aio::Condition condition;
    std::string order;
    const auto a = aio::create_task(waits(condition, order, 'a'));
    const auto b = aio::create_task(waits(condition, order, 'b'));
    co_await aio::sleep(1s);
    co_await notifies(condition, 1);
    a.cancel();
    co_await b;
    CHECK(a.cancelled());
    CHECK(!condition.locked());
    co_return order;
}

aio::Coroutine<std::string> cancelled_once_notified_and_waiting_for_the_lock() {
    aio::Condition condition;
    std::string order;
    const auto a = aio::create_task(waits(condition, order, 'a'));
    const auto b = aio::create_task(waits(condition, order, 'b'));
    co_await aio::sleep(1s);
    {
        const auto guard = co_await condition.acquire();
        condition.notify(1);
        co_await aio::sleep(1s);
        a.cancel();
        co_await aio::sleep(1s);
        CHECK(!a.done());  // it waits for the lock all the same
    }
    co_await b;
    CHECK(a.cancelled());
    co_return order;
}

aio::Coroutine<> says_whether_it_holds_the_lock(aio::Condition& condition, bool& held) {
    const auto guard = co_await condition.acquire();
    try {
        co_await condition.wait();
    } catch (const aio::CancelledError&) {
        held = condition.locked();
        throw;
    }
}

aio::Coroutine<bool> cancelled_while_it_waits() {
    aio::Condition condition;
    bool held = false;
    const auto a = aio::create_task(says_whether_it_holds_the_lock(condition, held));
    co_await aio::sleep(1s);
    CHECK(!condition.locked());
    {
        const auto guard = co_await condition.acquire();
        a.cancel();
        co_await aio::sleep(1s);
        a.cancel();  // a second time, while it waits to have the lock back
        co_await aio::sleep(1s);
        CHECK(!a.done());
    }
    co_await aio::sleep(0s);
    co_await aio::sleep(0s);
    CHECK(a.cancelled());
    CHECK(!condition.locked());
    co_return held;
}

aio::Coroutine<int> waits_for_three(aio::Condition& condition, int& number) {
    const auto guard = co_await condition.acquire();
    const int seen = co_await condition.wait_for([&number] { return number >= 3 ? number : 0; });
    co_return seen;
}

aio::Coroutine<int> waits_until_it_is_true() {
    aio::Condition condition;
    int number = 0;
    const auto waiter = aio::create_task(waits_for_three(condition, number));
    for (int i = 0; i < 5; ++i) {
        co_await aio::sleep(1s);
        ++number;
        co_await notifies(condition, 1);
    }
    const int seen = co_await waiter;
    co_return seen;
}

aio::Coroutine<> predicate_throws(aio::Condition& condition, bool& now) {
    const auto guard = co_await condition.acquire();
    co_await condition.wait_for([&now] {
        if (now) throw std::out_of_range("too late");
        return false;
    });
}

aio::Coroutine<> what_a_predicate_throws() {
    aio::Condition condition;
    bool now = false;
    const auto waiter = aio::create_task(predicate_throws(condition, now));
    co_await aio::sleep(1s);
    now = true;
    co_await notifies(condition, 1);
    CHECK_THROWS_AS(co_await waiter, std::out_of_range);
    CHECK(!condition.locked());
}

aio::Coroutine<> without_the_lock() {
    aio::Condition condition;
    CHECK_THROWS_AS(condition.notify(), aio::RuntimeError);
    CHECK_THROWS_AS(condition.notify_all(), aio::RuntimeError);
    CHECK_THROWS_AS(co_await condition.wait(), aio::RuntimeError);
}

aio::Coroutine<> shares_a_lock() {
    auto lock = std::make_unique<aio::Lock>();
    aio::Condition full(*lock);
    aio::Condition empty(*lock);
    std::string order;
    const auto a = aio::create_task(waits(full, order, 'f'));
    const auto b = aio::create_task(waits(empty, order, 'e'));
    co_await aio::sleep(1s);
    {
        const auto guard = co_await lock->acquire();
        CHECK(full.locked());
        empty.notify();
    }
    co_await b;
    CHECK(order == "e");
    co_await notifies(full, 1);
    co_await a;
}

aio::Coroutine<std::string> destroyed_while_waited_on() {
    auto condition = std::make_unique<aio::Condition>();
    std::string said;
    const auto waiter = aio::create_task(waits(*condition, said, 'a'));
    co_await aio::sleep(1s);
    condition.reset();
    try {
        co_await waiter;
    } catch (const aio::RuntimeError& error) {
        said = error.what();
    }
    co_return said;
}

aio::Coroutine<std::string> the_lock_is_destroyed_while_waited_on() {
    auto lock = std::make_unique<aio::Lock>();
    aio::Condition condition(*lock);
    std::string said;
    const auto waiter = aio::create_task(waits(condition, said, 'a'));
    co_await aio::sleep(1s);
    std::optional<aio::Guard> mine;
    mine.emplace(co_await lock->acquire());
    condition.notify();
    co_await aio::sleep(1s);
    lock.reset();
    try {
        co_await waiter;
    } catch (const aio::RuntimeError& error) {
        said = error.what();
    }
    co_return said;
}

aio::Coroutine<> nobody_notifies() {
    aio::Condition condition;
    const auto guard = co_await condition.acquire();
    co_await condition.wait();
}

}  // namespace

TEST_CASE("notify() wakes as many as it is told, first come, first served, each with the lock") {
    CHECK(in_virtual_time(notified_in_order()) == "abc");
}

TEST_CASE("a notification to a task that is cancelled goes on to the next") {
    CHECK(in_virtual_time(cancelled_once_notified()) == "b");
}

TEST_CASE("a notification goes on also when its task is cancelled while it waits for the lock") {
    CHECK(in_virtual_time(cancelled_once_notified_and_waiting_for_the_lock()) == "b");
}

TEST_CASE("a task cancelled at a condition has its lock back before it hears of it") {
    CHECK(in_virtual_time(cancelled_while_it_waits()));
}

TEST_CASE("wait_for() waits until its predicate gives something true, and gives that") {
    CHECK(in_virtual_time(waits_until_it_is_true()) == 3);
}

TEST_CASE("what a predicate throws comes out of wait_for()") { in_virtual_time(what_a_predicate_throws()); }

TEST_CASE("wait() and notify() without the lock are errors") { in_virtual_time(without_the_lock()); }

TEST_CASE("two conditions may share a lock") { in_virtual_time(shares_a_lock()); }

TEST_CASE("who waits for a condition that is destroyed gets an error that says so") {
    CHECK(in_virtual_time(destroyed_while_waited_on()).find("the condition was destroyed") == 0);
}

TEST_CASE("who waits to have a lock back that is destroyed gets an error that says so") {
    CHECK(in_virtual_time(the_lock_is_destroyed_while_waited_on()).find("the lock was destroyed") == 0);
}

TEST_CASE("a condition that nobody notifies is a deadlock that names the coroutine") {
    CHECK_THROWS_WITH_AS(in_virtual_time(nobody_notifies()),
                         doctest::Contains("nobody_notifies waits for a condition to be notified"),
                         aio::DeadlockError);
}
