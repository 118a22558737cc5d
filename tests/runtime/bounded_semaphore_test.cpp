#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

namespace {

using namespace support;

aio::Coroutine<> takes(aio::Semaphore& slots, int& taken) {
    const auto slot = co_await slots.acquire();
    ++taken;
    co_await aio::sleep(1s);
}

aio::Coroutine<> keeps_its_bound() {
    aio::BoundedSemaphore slots(2);
    auto slot = co_await slots.acquire();
    slots.release();
    CHECK_THROWS_AS(slots.release(), aio::ValueError);
    slot.release();  // its slot was given back by hand: none is added
    const auto a = co_await slots.acquire();
    const auto b = co_await slots.acquire();
    CHECK(slots.locked());
}

aio::Coroutine<aio::Duration> serves_as_a_semaphore() {
    aio::BoundedSemaphore slots(2);
    int taken = 0;
    co_await aio::gather(takes(slots, taken), takes(slots, taken), takes(slots, taken));
    aio::Semaphore& plain = slots;
    CHECK_THROWS_AS(plain.release(), aio::ValueError);
    CHECK(taken == 3);
    co_return aio::now();
}

aio::Coroutine<> a_slot_under_way_is_not_free() {
    aio::BoundedSemaphore slots(1);
    int taken = 0;
    auto slot = co_await slots.acquire();
    const auto a = aio::create_task(takes(slots, taken));
    co_await aio::sleep(1s);
    slot.release();
    CHECK(slots.locked());
    a.cancel();
    co_await aio::sleep(0s);
    CHECK(!slots.locked());
    CHECK_THROWS_AS(slots.release(), aio::ValueError);
}

}  // namespace

TEST_CASE("a bounded semaphore refuses a release() above its start") { in_virtual_time(keeps_its_bound()); }

TEST_CASE("a bounded semaphore serves where a semaphore does, and keeps its bound there") {
    CHECK(in_virtual_time(serves_as_a_semaphore()) == 2s);
}

TEST_CASE("a slot passed on by a cancelled waiter stays within the bound") {
    in_virtual_time(a_slot_under_way_is_not_free());
}

TEST_CASE("a bounded semaphore cannot begin with a negative number of slots") {
    CHECK_THROWS_AS(aio::BoundedSemaphore(-1), aio::ValueError);
}

TEST_CASE("a semaphore released more often than an int can count says so") {
    aio::Semaphore slots(std::numeric_limits<int>::max());
    CHECK_THROWS_AS(slots.release(), aio::ValueError);
}
