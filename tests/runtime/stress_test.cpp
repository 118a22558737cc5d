#include "tests/runtime/stress_world.hpp"
#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

// A hundred tasks do what dice tell them at primitives they share, while others cancel them at any moment.
// Afterwards everything must add up. Always the same dice: what fails once fails again.
// AWAITLAB_STRESS_OPERATIONS says how many operations, in place of a hundred thousand.

namespace {

using namespace support;
using namespace stress;

std::size_t operations() {
    const char* asked = std::getenv("AWAITLAB_STRESS_OPERATIONS");
    return asked != nullptr ? std::strtoull(asked, nullptr, 10) : 100'000;
}

// Tasks act at even nanoseconds only. At an odd one everything that could run has run.
aio::Coroutine<> pause(World& world) {
    const std::size_t length = world.roll(4);
    if (length == 0) co_return;
    co_await aio::sleep(length == 1 ? 0ns : static_cast<std::int64_t>(length) * 2ns);
}

aio::Coroutine<> uses_a_slot(World& world) {
    const std::uint64_t number = world.for_slots.draw();
    Counted waits(world.waiting.for_a_slot);
    const auto slot = co_await world.slots.acquire();
    waits.stop();
    world.for_slots.serve(number);
    const Counted holds(world.holding);
    world.most_holding = std::max(world.most_holding, world.holding);
    co_await pause(world);
}

aio::Coroutine<> uses_the_lock(World& world) {
    const std::uint64_t number = world.for_lock.draw();
    Counted waits(world.waiting.for_the_lock);
    const auto guard = co_await world.lock.acquire();
    waits.stop();
    world.for_lock.serve(number);
    const Counted is_inside(world.inside);
    world.most_inside = std::max(world.most_inside, world.inside);
    co_await pause(world);
}

aio::Coroutine<> makes_a_token(World& world) {
    const auto guard = co_await world.condition.acquire();
    const Counted changes(world.changing);
    world.most_changing = std::max(world.most_changing, world.changing);
    ++world.tokens;
    ++world.tokens_made;
    world.condition.notify();
    if (world.roll(8) == 0) co_await pause(world);
}

aio::Coroutine<> spends_a_token(World& world) {
    const auto guard = co_await world.condition.acquire();
    while (world.tokens == 0) {
        const Counted waits(world.waiting.for_a_token);
        co_await world.condition.wait();
    }
    const Counted changes(world.changing);
    world.most_changing = std::max(world.most_changing, world.changing);
    --world.tokens;
    ++world.tokens_spent;
}

aio::Coroutine<> puts_an_item(World& world) {
    const std::uint64_t number = ++world.items_made;
    Counted waits(world.waiting.for_room);
    co_await world.queue.put(Item(number));
    waits.stop();
    ++world.items_put;
    world.sum_put += number;
}

aio::Coroutine<> gets_an_item(World& world) {
    Counted waits(world.waiting.for_an_item);
    const Item item = co_await world.queue.get();
    waits.stop();
    ++world.items_got;
    world.sum_got += item.number;
    co_await pause(world);
    world.queue.task_done();
}

aio::Coroutine<> meets_another(World& world) {
    const int index = co_await world.barrier.wait();
    world.through_the_barrier += static_cast<std::uint64_t>(index);
}

aio::Coroutine<> sees_the_event(World& world) {
    const Counted waits(world.waiting.for_the_event);
    co_await world.event.wait();
}

aio::Coroutine<> does_one_thing(World& world) {
    switch (world.roll(12)) {
        case 0:
            co_await uses_a_slot(world);
            break;
        case 1:
            co_await uses_the_lock(world);
            break;
        case 2:
            co_await makes_a_token(world);
            break;
        case 3:
        case 9:
        case 10:
            co_await spends_a_token(world);
            break;  // as many are cancelled, and somebody should have to wait
        case 4:
            co_await puts_an_item(world);
            break;
        case 5:
            co_await gets_an_item(world);
            break;
        case 6:
            co_await meets_another(world);
            break;
        case 7:
            co_await sees_the_event(world);
            break;
        case 8:
            world.event.set();
            if (world.roll(2) == 0) world.event.clear();
            break;
        default:
            co_await pause(world);
    }
}

aio::Coroutine<> lives(World& world) {
    while (world.left > 0) {
        --world.left;
        try {
            co_await does_one_thing(world);
        } catch (const aio::CancelledError&) {
            if (world.closing) throw;
        }
    }
}

bool nobody_waits_in_vain(const World& world) {
    const Waiting& waiting = world.waiting;
    return (waiting.for_a_slot == 0 || world.holding == 3) &&
           (waiting.for_the_lock == 0 || world.lock.locked()) &&
           (waiting.for_a_token == 0 || world.tokens == 0 || world.condition.locked()) &&
           (waiting.for_the_event == 0 || !world.event.is_set()) &&
           (waiting.for_room == 0 || world.queue.full()) &&
           (waiting.for_an_item == 0 || world.queue.empty()) && world.barrier.n_waiting() < 2;
}

aio::Coroutine<> cancels_at_random(World& world) {
    while (world.left > 0) {
        for (std::size_t i = 0; i < 8; ++i) world.tasks[world.roll(world.tasks.size())].cancel();
        co_await pause(world);
        if (world.roll(2) == 0) continue;
        co_await aio::sleep(1ns);
        world.nobody_waits_in_vain = nobody_waits_in_vain(world) && world.nobody_waits_in_vain;
        co_await aio::sleep(1ns);
    }
}

aio::Coroutine<> everything(World& world) {
    for (int i = 0; i < 100; ++i) world.tasks.push_back(aio::create_task(lives(world)));
    co_await cancels_at_random(world);
    world.closing = true;
    for (const aio::Task<>& task : world.tasks) {
        for (int i = 0; i < 1000 && !task.done(); ++i) {
            task.cancel();
            co_await aio::sleep(10ns);
        }
        REQUIRE(task.done());
    }
    world.tasks.clear();
}

void everything_adds_up(World& world) {
    CHECK(world.nobody_waits_in_vain);
    CHECK(world.for_slots.in_order());
    CHECK(world.for_lock.in_order());
    CHECK(world.most_holding == 3);
    CHECK(world.holding == 0);
    CHECK(world.most_inside == 1);
    CHECK(!world.lock.locked());
    CHECK(world.most_changing == 1);
    CHECK(!world.condition.locked());
    CHECK(world.tokens_spent > 0);
    CHECK(world.tokens_made == world.tokens_spent + world.tokens);
    CHECK(world.through_the_barrier > 0);
    CHECK(world.barrier.n_waiting() == 0);
    std::uint64_t in_queue = 0;
    while (!world.queue.empty()) {
        ++in_queue;
        world.sum_got += world.queue.get_nowait().number;
    }
    CHECK(world.items_got > 0);
    CHECK(world.items_put == world.items_got + in_queue);
    CHECK(world.sum_put == world.sum_got);
}

aio::Coroutine<> three_permits_are_left(World& world) {
    const auto a = co_await world.slots.acquire();
    const auto b = co_await world.slots.acquire();
    CHECK(!world.slots.locked());
    const auto c = co_await world.slots.acquire();
    CHECK(world.slots.locked());
}

}  // namespace

TEST_CASE("under random cancellation nothing is lost, nothing is given twice, and nobody waits in vain") {
    {
        World world(operations());
        in_virtual_time(everything(world));
        everything_adds_up(world);
        in_virtual_time(three_permits_are_left(world));
    }
    CHECK(Item::alive == 0);
}
