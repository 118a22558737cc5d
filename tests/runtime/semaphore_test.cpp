#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace support;

aio::Coroutine<> holds(aio::Semaphore& slots, std::string& order, char name, aio::Duration length) {
    const auto slot = co_await slots.acquire();
    order += name;
    co_await aio::sleep(length);
}

aio::Coroutine<std::string> first_come_first_served() {
    aio::Semaphore slots(2);
    std::string order;
    co_await aio::gather(holds(slots, order, 'a', 5s), holds(slots, order, 'b', 1s),
                         holds(slots, order, 'c', 3s), holds(slots, order, 'd', 1s),
                         holds(slots, order, 'e', 1s));
    co_return order;
}

aio::Coroutine<aio::Duration> waves() {
    aio::Semaphore slots(3);
    std::string order;
    std::vector<aio::Coroutine<>> pages;
    for (int i = 0; i < 10; ++i) pages.push_back(holds(slots, order, 'x', 1s));
    co_await aio::gather(pages);
    co_return aio::now();
}

aio::Coroutine<std::string> locked_and_released() {
    aio::Semaphore slots(1);
    std::string seen = slots.locked() ? "locked" : "free";
    auto slot = co_await slots.acquire();
    seen += slots.locked() ? " locked" : " free";
    slot.release();
    seen += slots.locked() ? " locked" : " free";
    slot.release();
    auto one = co_await slots.acquire();
    seen += slots.locked() ? " locked" : " free";
    co_return seen;
}

aio::Coroutine<bool> permits_move() {
    aio::Semaphore slots(2);
    auto a = co_await slots.acquire();
    auto b = co_await slots.acquire();
    a = std::move(b);  // gives back what a held
    const bool one_free = !slots.locked();
    const auto c = co_await slots.acquire();
    co_return one_free&& slots.locked();
}

aio::Coroutine<> takes(aio::Semaphore& slots, int& taken) {
    const auto slot = co_await slots.acquire();
    ++taken;
}

aio::Coroutine<> cancelled_in_line(int& taken) {
    aio::Semaphore slots(1);
    auto mine = co_await slots.acquire();
    const auto a = aio::create_task(takes(slots, taken));
    const auto b = aio::create_task(takes(slots, taken));
    co_await aio::sleep(1s);
    a.cancel();
    co_await aio::sleep(1s);
    CHECK(a.cancelled());
    mine.release();
    co_await b;
    CHECK(!slots.locked());
}

aio::Coroutine<> cancelled_with_the_slot_under_way(int& taken) {
    aio::Semaphore slots(1);
    auto mine = co_await slots.acquire();
    const auto a = aio::create_task(takes(slots, taken));
    const auto b = aio::create_task(takes(slots, taken));
    co_await aio::sleep(1s);
    mine.release();
    a.cancel();
    co_await b;
    CHECK(a.cancelled());
    CHECK(!slots.locked());
}

aio::Coroutine<> cancelled_and_nobody_else_in_line() {
    aio::Semaphore slots(1);
    int taken = 0;
    auto mine = co_await slots.acquire();
    const auto a = aio::create_task(takes(slots, taken));
    co_await aio::sleep(1s);
    mine.release();
    a.cancel();
    co_await aio::sleep(0s);
    CHECK(a.cancelled());
    CHECK(!slots.locked());
}

aio::Coroutine<std::string> destroyed_while_waited_on() {
    auto slots = std::make_unique<aio::Semaphore>(0);
    int taken = 0;
    const auto waiter = aio::create_task(takes(*slots, taken));
    co_await aio::sleep(1s);
    slots.reset();
    std::string said;
    try {
        co_await waiter;
    } catch (const aio::RuntimeError& error) {
        said = error.what();
    }
    co_return said;
}

aio::Coroutine<> permit_outlives() {
    std::optional<aio::Permit> kept;
    {
        aio::Semaphore slots(1);
        kept.emplace(co_await slots.acquire());
    }
    co_await aio::sleep(1s);
    kept->release();
}

aio::Coroutine<int> by_hand() {
    aio::Semaphore slots(0);
    int taken = 0;
    const auto a = aio::create_task(takes(slots, taken));
    co_await aio::sleep(1s);
    slots.release();
    co_await a;
    co_return taken;
}

aio::Coroutine<bool> newcomer_waits_its_turn() {
    aio::Semaphore slots(1);
    std::string order;
    auto mine = co_await slots.acquire();
    const auto first = aio::create_task(holds(slots, order, 'a', 0s));
    co_await aio::sleep(1s);
    mine.release();
    const auto again = co_await slots.acquire();
    co_return order == "a";
}

aio::Coroutine<aio::Duration> under_a_timeout() {
    aio::Semaphore slots(0);
    try {
        const auto slot = co_await aio::timeout(2s, slots.acquire());
    } catch (const aio::TimeoutError&) {
    }
    slots.release();
    CHECK(!slots.locked());
    co_return aio::now();
}

aio::Coroutine<> uses(aio::Semaphore& slots, Recorder& recorder) {
    std::string order;
    co_await aio::gather(holds(slots, order, 'a', 1s), holds(slots, order, 'b', 1s));
    CHECK(recorder.count(aio::EventKind::semaphore_wait_began) == 1);
    CHECK(recorder.count(aio::EventKind::semaphore_acquired) == 2);
    CHECK(recorder.count(aio::EventKind::semaphore_released) == 2);
}

}  // namespace

TEST_CASE("a semaphore serves first who came first") {
    CHECK(in_virtual_time(first_come_first_served()) == "abcde");
}

TEST_CASE("ten seconds of work in three slots take four seconds") { CHECK(in_virtual_time(waves()) == 4s); }

TEST_CASE("a permit is given back once, at release() or when it dies") {
    CHECK(in_virtual_time(locked_and_released()) == "free locked free locked");
}

TEST_CASE("assigning to a permit gives back the slot it held") { CHECK(in_virtual_time(permits_move())); }

TEST_CASE("a waiter cancelled in line leaves its place to the next") {
    int taken = 0;
    in_virtual_time(cancelled_in_line(taken));
    CHECK(taken == 1);
}

TEST_CASE("a slot under way to a waiter that is cancelled goes on to the next") {
    int taken = 0;
    in_virtual_time(cancelled_with_the_slot_under_way(taken));
    CHECK(taken == 1);
}

TEST_CASE("a slot under way to a waiter that is cancelled is free again when nobody else waits") {
    in_virtual_time(cancelled_and_nobody_else_in_line());
}

TEST_CASE("who waits for a semaphore that is destroyed gets an error that says so") {
    const std::string said = in_virtual_time(destroyed_while_waited_on());
    CHECK(said.find("the semaphore was destroyed") != std::string::npos);
}

TEST_CASE("a permit may outlive its semaphore") { CHECK_NOTHROW(in_virtual_time(permit_outlives())); }

TEST_CASE("release() adds a slot by hand") { CHECK(in_virtual_time(by_hand()) == 1); }

TEST_CASE("a newcomer does not overtake the one whose slot is under way") {
    CHECK(in_virtual_time(newcomer_waits_its_turn()));
}

TEST_CASE("a wait for a slot can be given up by a timeout") {
    CHECK(in_virtual_time(under_a_timeout()) == 2s);
}

TEST_CASE("a negative number of slots is an error") { CHECK_THROWS_AS(aio::Semaphore(-1), aio::ValueError); }

TEST_CASE("a semaphore may be made before run() and used by one run after another") {
    aio::Semaphore slots(1);
    for (int i = 0; i < 2; ++i) {
        Recorder recorder;
        in_virtual_time(uses(slots, recorder), &recorder);
        CHECK(!slots.locked());
    }
}

TEST_CASE("an observer hears of a semaphore, its slots and its line") {
    Recorder recorder;
    CHECK(in_virtual_time(by_hand(), &recorder) == 1);
    CHECK(recorder.first(aio::EventKind::semaphore_created).event.count == 0);
    CHECK(recorder.first(aio::EventKind::semaphore_wait_began).coroutine == "takes");
    CHECK(recorder.count(aio::EventKind::semaphore_acquired) == 1);
}
