#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <type_traits>

// What becomes of done callbacks when run() ends, and of what they hold.

namespace {

using namespace support;

aio::Coroutine<int> number() { co_return 7; }

aio::Coroutine<> for_ever() {
    for (;;) co_await aio::sleep(1h);
}

aio::Coroutine<> cleans_up() {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
    }
    for (int i = 0; i < 2; ++i) co_await aio::sleep(0s);
    throw aio::CancelledError();
}

/// Adds itself to its task again, each time it is called.
struct Again {
    int& calls;
    void operator()(const aio::AnyTask& task) const {
        ++calls;
        task.add_done_callback(*this);
    }
};

enum class Left { nothing, one, not_begun, two, two_and_the_slow_one_first };

aio::Coroutine<> leaves(Left left, int& calls) {
    const auto task = aio::create_task(number());
    co_await task;
    if (left == Left::two_and_the_slow_one_first) aio::create_task(cleans_up());
    if (left != Left::nothing) aio::create_task(for_ever());
    if (left == Left::two) aio::create_task(cleans_up());
    if (left != Left::not_begun && left != Left::nothing) co_await aio::sleep(0s);
    task.add_done_callback(Again{calls});
}

aio::Coroutine<> leaves_with_a_callback(bool slow_one, int& calls) {
    if (slow_one) aio::create_task(cleans_up());
    const auto task = aio::create_task(for_ever());
    co_await aio::sleep(0s);
    task.add_done_callback(Again{calls});
}

aio::Coroutine<> adds_to_itself(int& calls) {
    aio::current_task().add_done_callback(Again{calls});
    co_return;
}

int calls_after(Left left) {
    int calls = 0;
    in_virtual_time(leaves(left, calls));
    return calls;
}

template <class Make>
int calls_of(Make make) {
    int calls = 0;
    in_virtual_time(make(calls));
    return calls;
}

auto holding(Lives& lives) {
    return [probe = Probe(lives)](const aio::AnyTask&) {};
}

aio::Coroutine<> called_removed_and_not(Lives& lives) {
    const auto task = aio::create_task(number());
    task.add_done_callback(holding(lives));
    task.remove_done_callback(task.add_done_callback(holding(lives)));
    task.add_done_callback([task, probe = Probe(lives)](const auto&) {});
    co_await aio::sleep(0s);
    CHECK(task.done());
    task.add_done_callback([task, probe = Probe(lives)](const auto&) {});
}

aio::Coroutine<> again_for_ever(Lives& lives, int& calls) {
    const auto task = aio::create_task(number());
    task.add_done_callback(
        [again = Again{calls}, probe = Probe(lives), task](const aio::Task<int>& ended) { again(ended); });
    co_await task;
}

aio::Coroutine<> waits_for(aio::Event& event) { co_await event.wait(); }

aio::Coroutine<> deadlocks(Lives& lives, aio::Event& event, bool& called) {
    const auto stuck = [](aio::Event& its_event) -> aio::Coroutine<> {
        for (;;) {
            try {
                co_await its_event.wait();
            } catch (const aio::CancelledError&) {
            }
        }
    };
    const auto task = aio::create_task(stuck(event));
    task.add_done_callback([task, &called, probe = Probe(lives)](const auto&) { called = true; });
    co_await waits_for(event);
}

struct AddsAsItDies {
    explicit AddsAsItDies(aio::Task<int> task) : task_(std::move(task)) {}
    AddsAsItDies(AddsAsItDies&& other) noexcept = default;
    ~AddsAsItDies() {
        if (armed_) task_->add_done_callback([probe = armed_](const auto&) {});
    }
    void operator()(const aio::AnyTask&) const {}
    void arm(Lives& lives) { armed_ = std::make_shared<Probe>(lives); }

private:
    std::optional<aio::Task<int>> task_;
    std::shared_ptr<Probe> armed_;
};

aio::Coroutine<> adds_as_the_loop_dies(Lives& lives, aio::Event& event) {
    const auto ended = aio::create_task(number());
    co_await ended;
    AddsAsItDies last(ended);
    last.arm(lives);
    bool called = false;
    const auto task = aio::create_task(deadlocks(lives, event, called));
    task.add_done_callback(std::move(last));
    co_await deadlocks(lives, event, called);
}

aio::Task<int>& kept(std::optional<aio::Task<int>>& task) { return *task; }

aio::Coroutine<> keeps(std::optional<aio::Task<int>>& task) {
    task = aio::create_task(number());
    co_await *task;
}

struct MoveOnly {
    std::unique_ptr<int> to;
    int& seen;
    int operator()(aio::Task<int> task) && {
        seen = task.result() + *to;
        return seen;
    }
};

aio::Coroutine<> moves_in(int& seen) {
    const auto task = aio::create_task(number());
    task.add_done_callback(MoveOnly{std::make_unique<int>(1), seen});
    co_await aio::sleep(1s);
}

}  // namespace

// The figures are CPython 3.13's.
TEST_CASE("after its coroutine's end run() takes as many turns for done callbacks as asyncio.run()") {
    CHECK(calls_after(Left::nothing) == 5);
    CHECK(calls_after(Left::one) == 8);
    CHECK(calls_after(Left::not_begun) == 8);
    CHECK(calls_after(Left::two) == 10);
    CHECK(calls_after(Left::two_and_the_slow_one_first) == 10);
    CHECK(calls_of([](int& calls) { return leaves_with_a_callback(false, calls); }) == 6);
    CHECK(calls_of([](int& calls) { return leaves_with_a_callback(true, calls); }) == 8);
    CHECK(calls_of(adds_to_itself) == 5);
}

TEST_CASE("what a done callback holds dies once, whether it is called, removed, or never due") {
    Lives lives;
    in_virtual_time(called_removed_and_not(lives));
    CHECK(lives.balanced());
    int calls = 0;
    in_virtual_time(again_for_ever(lives, calls));
    CHECK(lives.balanced());
    CHECK(calls > 0);
    aio::Event event;
    bool called = false;
    CHECK_THROWS_AS(in_virtual_time(deadlocks(lives, event, called)), aio::DeadlockError);
    CHECK_FALSE(called);
    CHECK(lives.balanced());
    CHECK_THROWS_AS(in_virtual_time(adds_as_the_loop_dies(lives, event)), aio::DeadlockError);
    CHECK(lives.balanced());
}

TEST_CASE("a done callback may be moved in, used up, and give something") {
    int seen = 0;
    in_virtual_time(moves_in(seen));
    CHECK(seen == 8);
}

TEST_CASE("a done callback can only be added inside run()") {
    std::optional<aio::Task<int>> task;
    in_virtual_time(keeps(task));
    CHECK_THROWS_AS(kept(task).add_done_callback([](const auto&) {}), aio::RuntimeError);
}

template <class Function, class Handle>
concept Callback = requires(Handle task, Function function) { task.add_done_callback(function); };
static_assert(Callback<void (*)(aio::AnyTask), aio::Task<int>>);
static_assert(!Callback<void (*)(int), aio::Task<int>>);
static_assert(!Callback<void (*)(aio::Task<int>), aio::AnyTask>);
