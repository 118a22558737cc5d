#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace {

using namespace support;

aio::Coroutine<> puts(aio::Queue<int>& queue, std::string& order, int item) {
    co_await queue.put(item);
    order += "+" + std::to_string(item);
}

aio::Coroutine<> gets(aio::Queue<int>& queue, std::string& order, char name) {
    const int item = co_await queue.get();
    order += name + std::to_string(item);
}

aio::Coroutine<> first_in_first_out() {
    aio::Queue<int> queue;
    for (int i = 0; i < 3; ++i) co_await queue.put(i);
    CHECK(queue.size() == 3);
    CHECK(!queue.full());
    for (int i = 0; i < 3; ++i) {
        const int item = co_await queue.get();
        CHECK(item == i);
    }
    CHECK(queue.empty());
}

aio::Coroutine<std::string> producers_wait_for_room() {
    aio::Queue<int> queue(1);
    std::string order;
    co_await queue.put(0);
    CHECK(queue.full());
    CHECK(queue.maxsize() == 1);
    const auto a = aio::create_task(puts(queue, order, 1));
    const auto b = aio::create_task(puts(queue, order, 2));
    co_await aio::sleep(1s);
    for (int i = 0; i < 3; ++i) {
        co_await gets(queue, order, '-');
        co_await aio::sleep(1s);
    }
    co_return order;
}

aio::Coroutine<> now_or_never() {
    aio::Queue<int> queue(1);
    CHECK_THROWS_AS(queue.get_nowait(), aio::QueueEmpty);
    queue.put_nowait(7);
    CHECK_THROWS_AS(queue.put_nowait(8), aio::QueueFull);
    CHECK(queue.get_nowait() == 7);
    co_return;
}

aio::Coroutine<std::string> getter_cancelled_with_the_item_under_way() {
    aio::Queue<int> queue;
    std::string order;
    const auto a = aio::create_task(gets(queue, order, 'a'));
    const auto b = aio::create_task(gets(queue, order, 'b'));
    co_await aio::sleep(1s);
    queue.put_nowait(1);
    a.cancel();
    co_await b;
    CHECK(queue.empty());
    co_return order;
}

aio::Coroutine<> item_stays_when_nobody_else_waits() {
    aio::Queue<int> queue;
    std::string order;
    const auto a = aio::create_task(gets(queue, order, 'a'));
    co_await aio::sleep(1s);
    queue.put_nowait(1);
    a.cancel();
    co_await aio::sleep(1s);
    CHECK(order.empty());
    CHECK(queue.get_nowait() == 1);
}

aio::Coroutine<std::string> putter_cancelled_with_the_room_under_way() {
    aio::Queue<int> queue(1);
    std::string order;
    queue.put_nowait(0);
    const auto a = aio::create_task(puts(queue, order, 1));
    const auto b = aio::create_task(puts(queue, order, 2));
    co_await aio::sleep(1s);
    CHECK(queue.get_nowait() == 0);
    a.cancel();
    co_await b;
    CHECK(queue.get_nowait() == 2);
    co_return order;
}

aio::Coroutine<std::string> cancelled_before_start() {
    aio::Queue<int> queue;
    std::string order;
    const auto a = aio::create_task(gets(queue, order, 'a'));
    const auto b = aio::create_task(gets(queue, order, 'b'));
    a.cancel();
    queue.put_nowait(1);
    co_await b;
    co_return order;
}

aio::Coroutine<std::string> overtaken_getter_waits_again() {
    aio::Queue<int> queue;
    std::string order;
    const auto a = aio::create_task(gets(queue, order, 'a'));
    co_await aio::sleep(1s);
    queue.put_nowait(1);
    order += std::to_string(queue.get_nowait());  // asyncio's queue lets it be taken
    co_await aio::sleep(1s);
    CHECK(!a.done());
    queue.put_nowait(2);
    co_await a;
    co_return order;
}

aio::Coroutine<> works(aio::Queue<int>& queue) {
    for (;;) {
        co_await queue.get();
        co_await aio::sleep(1s);
        queue.task_done();
    }
}

aio::Coroutine<> joins() {
    aio::Queue<int> queue;
    co_await queue.join();
    for (int i = 0; i < 3; ++i) queue.put_nowait(i);
    const auto worker = aio::create_task(works(queue));
    co_await queue.join();
    CHECK(aio::now() == 3s);
    worker.cancel();
    CHECK_THROWS_AS(queue.task_done(), aio::ValueError);
}

aio::Coroutine<> items_only_move() {
    aio::Queue<std::unique_ptr<int>> queue(1);
    auto one = std::make_unique<int>(1);
    co_await queue.put(std::move(one));
    const auto got = co_await aio::timeout(1s, queue.get());
    CHECK(*got == 1);
}

aio::Coroutine<> items_die_once(Lives& lives) {
    aio::Queue<Probe> queue(2);
    Probe probe(lives);
    co_await queue.put(probe);
    co_await queue.put(probe);
    try {
        co_await aio::timeout(1s, queue.put(probe));
    } catch (const aio::TimeoutError&) {
    }
    CHECK(queue.size() == 2);
    const Probe taken = co_await queue.get();
}

aio::Coroutine<> empty_for_ever() {
    aio::Queue<int> queue;
    co_await queue.get();
}

}  // namespace

TEST_CASE("a queue gives what was put first, first") { in_virtual_time(first_in_first_out()); }

TEST_CASE("producers wait for room, first come, first served") {
    CHECK(in_virtual_time(producers_wait_for_room()) == "-0+1-1+2-2");
}

TEST_CASE("put_nowait() and get_nowait() say when they would have to wait") {
    in_virtual_time(now_or_never());
}

TEST_CASE("an item under way to a task that is cancelled goes to the next") {
    CHECK(in_virtual_time(getter_cancelled_with_the_item_under_way()) == "b1");
}

TEST_CASE("an item under way to a task that is cancelled stays when nobody else waits") {
    in_virtual_time(item_stays_when_nobody_else_waits());
}

TEST_CASE("room under way to a task that is cancelled goes to the next") {
    CHECK(in_virtual_time(putter_cancelled_with_the_room_under_way()) == "+2");
}

TEST_CASE("a task cancelled before it waits takes no item") {
    CHECK(in_virtual_time(cancelled_before_start()) == "b1");
}

TEST_CASE("a getter whose item was taken by get_nowait() waits for the next one") {
    CHECK(in_virtual_time(overtaken_getter_waits_again()) == "1a2");
}

TEST_CASE("join() waits for task_done() for every item") { in_virtual_time(joins()); }

TEST_CASE("items need not be copied") { in_virtual_time(items_only_move()); }

TEST_CASE("every item dies once: taken, left in the queue, or given up") {
    Lives lives;
    in_virtual_time(items_die_once(lives));
    CHECK(lives.balanced());
}

TEST_CASE("a queue that stays empty is a deadlock that says so") {
    CHECK_THROWS_WITH_AS(in_virtual_time(empty_for_ever()),
                         doctest::Contains("an item from a queue that is empty"), aio::DeadlockError);
}

TEST_CASE("a queue may be filled before run() and emptied after it") {
    aio::Queue<int> queue(1);
    queue.put_nowait(1);
    std::string order;
    CHECK_THROWS_AS(in_virtual_time(puts(queue, order, 2)), aio::DeadlockError);
    CHECK(queue.get_nowait() == 1);
    CHECK(queue.empty());
}
