#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace {

using namespace support;

aio::Coroutine<int> comes_after(aio::Barrier& barrier, aio::Duration length) {
    co_await aio::sleep(length);
    const int index = co_await barrier.wait();
    co_return index;
}

aio::Coroutine<> all_go_on_together() {
    aio::Barrier barrier(3);
    const auto [a, b, c] =
        co_await aio::gather(comes_after(barrier, 3s), comes_after(barrier, 1s), comes_after(barrier, 2s));
    CHECK(aio::now() == 3s);
    CHECK(std::vector{a, b, c} == std::vector{2, 0, 1});
    CHECK(barrier.n_waiting() == 0);
}

aio::Coroutine<> round_after_round(aio::Barrier& barrier, std::string& order, char name) {
    for (int i = 0; i < 3; ++i) {
        co_await barrier.wait();
        order += name;
    }
}

aio::Coroutine<std::string> serves_again() {
    aio::Barrier barrier(2);
    std::string order;
    co_await aio::gather(round_after_round(barrier, order, 'a'), round_after_round(barrier, order, 'b'));
    co_return order;
}

aio::Coroutine<> cancelled_inside() {
    aio::Barrier barrier(2);
    const auto a = aio::create_task(comes_after(barrier, 0s));
    co_await aio::sleep(1s);
    CHECK(barrier.n_waiting() == 1);
    a.cancel();
    co_await aio::sleep(1s);
    CHECK(barrier.n_waiting() == 0);
    const auto b = aio::create_task(comes_after(barrier, 0s));
    co_await aio::sleep(1s);
    const int index = co_await barrier.wait();
    CHECK(index == 1);
    co_await b;
}

aio::Coroutine<> cancelled_as_it_opens() {
    aio::Barrier barrier(2);
    const auto a = aio::create_task(comes_after(barrier, 0s));
    co_await aio::sleep(1s);
    const int index = co_await barrier.wait();
    a.cancel();
    co_await aio::sleep(1s);
    CHECK(index == 1);
    CHECK(a.cancelled());
    const auto b = aio::create_task(comes_after(barrier, 0s));
    co_await aio::sleep(1s);
    co_await barrier.wait();  // the next round is whole
    co_await b;
}

aio::Coroutine<std::string> how_it_ends(aio::Barrier& barrier) {
    std::string seen = "went on";
    try {
        co_await barrier.wait();
    } catch (const aio::BrokenBarrierError&) {
        seen = "broken";
    } catch (const aio::RuntimeError& error) {
        seen = error.what();
    }
    co_return seen;
}

aio::Coroutine<> aborted() {
    aio::Barrier barrier(2);
    const auto a = aio::create_task(how_it_ends(barrier));
    co_await aio::sleep(1s);
    barrier.abort();
    CHECK(barrier.broken());
    const std::string inside = co_await a;
    CHECK(inside == "broken");
    const std::string later = co_await how_it_ends(barrier);
    CHECK(later == "broken");
    barrier.reset();
    CHECK(!barrier.broken());
    const auto b = aio::create_task(how_it_ends(barrier));
    const std::string anew = co_await how_it_ends(barrier);
    CHECK(anew == "went on");
    co_await b;
}

aio::Coroutine<> reset_while_waited_on() {
    aio::Barrier barrier(2);
    const auto a = aio::create_task(how_it_ends(barrier));
    co_await aio::sleep(1s);
    barrier.reset();
    const auto b = aio::create_task(how_it_ends(barrier));  // comes while a leaves, and waits for that
    const std::string inside = co_await a;
    CHECK(inside == "broken");
    const std::string anew = co_await how_it_ends(barrier);
    CHECK(anew == "went on");
    co_await b;
}

aio::Coroutine<std::string> destroyed_while_waited_on() {
    auto barrier = std::make_unique<aio::Barrier>(2);
    const auto a = aio::create_task(how_it_ends(*barrier));
    co_await aio::sleep(1s);
    barrier.reset();
    std::string said = co_await a;
    co_return said;
}

aio::Coroutine<> left_behind(aio::Barrier& barrier) { co_await barrier.wait(); }

}  // namespace

TEST_CASE("a barrier lets all go on when the last has come, and numbers them as they came") {
    in_virtual_time(all_go_on_together());
}

TEST_CASE("a barrier serves round after round, and nobody laps the others") {
    CHECK(in_virtual_time(serves_again()) == "bababa");
}

TEST_CASE("who is cancelled at a barrier is no longer counted") { in_virtual_time(cancelled_inside()); }

TEST_CASE("who is cancelled as the barrier opens leaves it whole for the next round") {
    in_virtual_time(cancelled_as_it_opens());
}

TEST_CASE("abort() breaks a barrier for who waits and who comes, until reset()") {
    in_virtual_time(aborted());
}

TEST_CASE("reset() turns out who waits, and lets newcomers begin anew") {
    in_virtual_time(reset_while_waited_on());
}

TEST_CASE("who waits at a barrier that is destroyed gets an error that says so") {
    CHECK(in_virtual_time(destroyed_while_waited_on()).find("the barrier was destroyed") == 0);
}

TEST_CASE("a barrier for nobody is an error") { CHECK_THROWS_AS(aio::Barrier(0), aio::ValueError); }

TEST_CASE("a barrier made before run() has nobody inside after it") {
    aio::Barrier barrier(2);
    CHECK_THROWS_AS(in_virtual_time(left_behind(barrier)), aio::DeadlockError);
    CHECK(barrier.n_waiting() == 0);
}
