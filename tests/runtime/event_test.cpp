#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <coroutine>
#include <memory>
#include <string>

namespace {

using namespace support;

aio::Coroutine<> sees(aio::Event& event, std::string& order, char name) {
    co_await event.wait();
    order += name;
}

aio::Coroutine<std::string> wakes_all_in_order() {
    aio::Event event;
    std::string order;
    const auto a = aio::create_task(sees(event, order, 'a'));
    const auto b = aio::create_task(sees(event, order, 'b'));
    co_await aio::sleep(1s);
    event.set();
    event.set();
    CHECK(order.empty());
    co_await aio::sleep(0s);
    co_return order;
}

aio::Coroutine<> does_not_wait_when_set() {
    aio::Event event;
    event.set();
    std::string order;
    const auto other = aio::create_task(sees(event, order, 'a'));
    co_await event.wait();
    CHECK(order.empty());  // no turn went by
    co_await other;
}

aio::Coroutine<std::string> set_and_cleared() {
    aio::Event event;
    std::string order;
    const auto a = aio::create_task(sees(event, order, 'a'));
    co_await aio::sleep(1s);
    event.set();
    event.clear();
    const auto b = aio::create_task(sees(event, order, 'b'));
    co_await aio::sleep(1s);
    CHECK(!event.is_set());
    CHECK(!b.done());
    b.cancel();
    co_return order;
}

aio::Coroutine<std::string> cancelled_as_it_is_set() {
    aio::Event event;
    std::string order;
    const auto a = aio::create_task(sees(event, order, 'a'));
    const auto b = aio::create_task(sees(event, order, 'b'));
    co_await aio::sleep(1s);
    event.set();
    a.cancel();
    co_await b;
    CHECK(a.cancelled());
    co_return order;
}

aio::Coroutine<std::string> destroyed_while_waited_on() {
    auto event = std::make_unique<aio::Event>();
    std::string said;
    const auto waiter = aio::create_task(sees(*event, said, 'a'));
    co_await aio::sleep(1s);
    event.reset();
    try {
        co_await waiter;
    } catch (const aio::RuntimeError& error) {
        said = error.what();
    }
    co_return said;
}

aio::Coroutine<bool> set_and_then_destroyed() {
    auto event = std::make_unique<aio::Event>();
    std::string order;
    const auto waiter = aio::create_task(sees(*event, order, 'a'));
    co_await aio::sleep(1s);
    event->set();
    event.reset();
    co_await waiter;
    co_return order == "a";
}

aio::Coroutine<> nobody_sets_it() {
    aio::Event event;
    co_await event.wait();
}

aio::Coroutine<> waits_for(aio::Event& event) { co_await event.wait(); }

/// A coroutine of somebody else's, which nobody runs on a loop.
struct Foreign {
    struct promise_type {
        Foreign get_return_object() { return {}; }
        std::suspend_never initial_suspend() { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { throw; }
    };
};

Foreign awaits_outside_run(aio::Event& event) { co_await event.wait(); }

aio::Coroutine<> awaits(aio::EventWait& wait) { co_await wait; }

aio::Coroutine<> two_at_one_wait() {
    aio::Event event;
    aio::EventWait wait = event.wait();
    const auto first = aio::create_task(awaits(wait));
    const auto second = aio::create_task(awaits(wait));
    CHECK_THROWS_AS(co_await second, aio::RuntimeError);
    event.set();
    co_await first;
    co_await wait;  // and once more, now that it is over
}

aio::Coroutine<> gathered() {
    aio::Event a;
    aio::Event b;
    a.set();
    b.set();
    co_await aio::gather(a.wait(), b.wait());
}

}  // namespace

TEST_CASE("set() wakes all who wait, in the order in which they came, at the next turn") {
    CHECK(in_virtual_time(wakes_all_in_order()) == "ab");
}

TEST_CASE("who waits for an event that is set does not wait") { in_virtual_time(does_not_wait_when_set()); }

TEST_CASE("set() and clear() at one moment lose no wake-up and let no newcomer through") {
    CHECK(in_virtual_time(set_and_cleared()) == "a");
}

TEST_CASE("a wake-up under way loses to cancel()") {
    CHECK(in_virtual_time(cancelled_as_it_is_set()) == "b");
}

TEST_CASE("who waits for an event that is destroyed gets an error that says so") {
    const std::string said = in_virtual_time(destroyed_while_waited_on());
    CHECK(said.find("the event was destroyed") != std::string::npos);
}

TEST_CASE("who was woken by an event goes on, also when the event is destroyed before") {
    CHECK(in_virtual_time(set_and_then_destroyed()));
}

TEST_CASE("an event that nobody sets is a deadlock that says so") {
    CHECK_THROWS_WITH_AS(in_virtual_time(nobody_sets_it()),
                         doctest::Contains("nobody_sets_it waits for an event"), aio::DeadlockError);
}

TEST_CASE("an event may be set before run() and used by one run after another") {
    aio::Event event;
    event.set();
    for (int i = 0; i < 2; ++i) CHECK_NOTHROW(in_virtual_time(waits_for(event)));
    event.clear();
    CHECK_THROWS_AS(in_virtual_time(waits_for(event)), aio::DeadlockError);
    event.set();  // nobody is left in line from that run
}

TEST_CASE("awaiting an event outside run() is an error that says so") {
    aio::Event event;
    CHECK_THROWS_AS(awaits_outside_run(event), aio::RuntimeError);
}

TEST_CASE("two tasks cannot await one and the same wait") {
    CHECK_NOTHROW(in_virtual_time(two_at_one_wait()));
}

TEST_CASE("waits for events can be gathered") { CHECK_NOTHROW(in_virtual_time(gathered())); }
