#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

namespace {

using namespace support;

aio::Coroutine<aio::Duration> slept(aio::Duration length) {
    const aio::Duration before = aio::now();
    co_await aio::sleep(length);
    co_return aio::now() - before;
}

aio::Coroutine<> note(std::string& order, char name, aio::Duration length) {
    co_await aio::sleep(length);
    order += name;
}

aio::Coroutine<std::string> in_order_of_deadline() {
    std::string order;
    co_await aio::gather(note(order, 'c', 3s), note(order, 'a', 1s), note(order, 'b', 2s),
                         note(order, 'A', 1s));
    co_return order;
}

aio::Coroutine<> yields(std::string& order, char name) {
    for (int i = 0; i < 3; ++i) {
        order += name;
        co_await aio::sleep(0s);
    }
}

aio::Coroutine<std::string> yields_beside_a_sleeper() {
    std::string order;
    co_await aio::gather(yields(order, 'a'), yields(order, 'b'));
    co_return order;
}

aio::Coroutine<int> yields_until(const bool& stop) {
    int turns = 0;
    while (!stop) {
        ++turns;
        co_await aio::sleep(0s);
    }
    co_return turns;
}

aio::Coroutine<> sets_after(bool& flag, aio::Duration length) {
    co_await aio::sleep(length);
    flag = true;
}

aio::Coroutine<bool> timers_fire_beside_yielders() {
    bool stop = false;
    co_await aio::gather(yields_until(stop), sets_after(stop, 2ms));
    co_return stop;
}

aio::Coroutine<int> ten_thousand_sleepers() {
    std::vector<aio::Coroutine<int>> sleepers;
    for (int i = 0; i < 10'000; ++i)
        sleepers.push_back(number_after(1, std::chrono::milliseconds(i * 7919 % 1000)));
    const std::vector<int> ones = co_await aio::gather(sleepers);
    int sum = 0;
    for (const int one : ones) sum += one;
    co_return sum;
}

aio::Coroutine<aio::Duration> twice(aio::Duration length) {
    co_await aio::sleep(length);
    co_await aio::sleep(length);
    co_return aio::now();
}

aio::Coroutine<aio::Duration> a_named_sleep() {
    auto nap = aio::sleep(3s);
    co_await nap;
    co_return aio::now();
}

aio::Coroutine<aio::Duration> one_sleep_twice(aio::Duration length) {
    auto nap = aio::sleep(length);
    co_await nap;
    co_await nap;
    co_return aio::now();
}

aio::Coroutine<> naps(aio::Sleep& nap) { co_await nap; }

aio::Coroutine<> one_sleep_for_two(aio::Duration length) {
    auto nap = aio::sleep(length);
    co_await aio::gather(naps(nap), naps(nap));
}

}  // namespace

TEST_CASE("a sleep takes exactly its length of virtual time") {
    CHECK(in_virtual_time(slept(1s)) == 1s);
    CHECK(in_virtual_time(slept(1ns)) == 1ns);
    CHECK(in_virtual_time(slept(24h)) == 24h);
}

TEST_CASE("a sleep of zero or less takes no time") {
    CHECK(in_virtual_time(slept(0s)) == 0s);
    CHECK(in_virtual_time(slept(-1s)) == 0s);
    CHECK(in_virtual_time(slept(aio::Duration::min())) == 0s);
}

TEST_CASE("a sleep beyond the end of time ends at the end of time") {
    CHECK(in_virtual_time(slept(aio::Duration::max())) == aio::Duration::max());
    CHECK(in_virtual_time(twice(aio::Duration::max() - 1s)) == aio::Duration::max());
}

TEST_CASE("sleepers wake by deadline, and at one deadline in the order in which they went to sleep") {
    CHECK(in_virtual_time(in_order_of_deadline()) == "aAbc");
}

TEST_CASE("sleep(0) lets every other ready coroutine run once") {
    CHECK(in_virtual_time(yields_beside_a_sleeper()) == "ababab");
}

TEST_CASE("a timer fires in real time although others are ready all the time") {
    CHECK(aio::run(timers_fire_beside_yielders()));
}

TEST_CASE("ten thousand sleepers all wake") { CHECK(in_virtual_time(ten_thousand_sleepers()) == 10'000); }

TEST_CASE("a sleep can be named and awaited later") { CHECK(in_virtual_time(a_named_sleep()) == 3s); }

TEST_CASE("a named sleep can be awaited again, and takes its length again") {
    CHECK(in_virtual_time(one_sleep_twice(3s)) == 6s);
    CHECK(in_virtual_time(one_sleep_twice(0s)) == 0s);
}

TEST_CASE("two coroutines cannot await one sleep at the same time") {
    for (const aio::Duration length : {3s, 0s}) {
        CHECK_THROWS_WITH_AS(in_virtual_time(one_sleep_for_two(length)),
                             "somebody awaits this sleep already: call sleep() again for one of your own",
                             aio::RuntimeError);
    }
}

TEST_CASE("a real sleep is never early") {
    const auto before = std::chrono::steady_clock::now();
    CHECK(aio::run(slept(1ms)) >= 1ms);
    CHECK(aio::run(slept(1500us)) >= 1500us);
    CHECK(std::chrono::steady_clock::now() - before >= 2500us);
}
