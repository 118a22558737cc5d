#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace {

using namespace support;

template <class Awaitable>
aio::Coroutine<bool> has_no_time(Awaitable awaitable) {
    try {
        if constexpr (std::is_void_v<aio::detail::AwaitResult<Awaitable>>) {
            co_await aio::wait_for(awaitable, 0s);
        } else {
            [[maybe_unused]] const auto value = co_await aio::wait_for(awaitable, 0s);
        }
    } catch (const aio::TimeoutError&) {
        co_return true;
    }
    co_return false;
}

aio::Coroutine<int> nothing_is_taken() {
    aio::Lock lock;
    aio::Semaphore slots(1);
    aio::Event event;
    event.set();
    aio::Queue<int> queue;
    queue.put_nowait(1);
    int timeouts = 0;
    timeouts += static_cast<int>(co_await has_no_time(lock.acquire()));
    timeouts += static_cast<int>(co_await has_no_time(slots.acquire()));
    timeouts += static_cast<int>(co_await has_no_time(event.wait()));
    timeouts += static_cast<int>(co_await has_no_time(queue.get()));
    timeouts += static_cast<int>(co_await has_no_time(queue.put(2)));
    timeouts += static_cast<int>(co_await has_no_time(aio::sleep(0s)));
    CHECK_FALSE(lock.locked());
    CHECK_FALSE(slots.locked());
    CHECK(queue.size() == 1);
    co_return timeouts;
}

aio::Coroutine<int> a_shield_leaves_its_task() {
    aio::Task<int> task = aio::create_task(number_after(5, 1s));
    const bool late = co_await has_no_time(aio::shield(task));
    CHECK(late);
    CHECK_FALSE(task.done());
    co_await task;
    const int result = co_await aio::wait_for(aio::shield(task), 0s);
    co_return result;
}

class Holder {
public:
    aio::Coroutine<int> work;  // declared before it is known
};

aio::Coroutine<std::string> awaits_none() {
    Holder holder;
    std::string error;
    try {
        co_await holder.work;
    } catch (const aio::RuntimeError& caught) {
        error = caught.what();
    }
    holder.work = number_after(7, 1s);
    const int number = co_await holder.work;
    CHECK(number == 7);
    std::vector<aio::Coroutine<int>> all(3);
    for (auto& one : all) one = number_after(1, 1s);
    const std::vector<int> numbers = co_await aio::gather(all);
    CHECK(numbers.size() == 3);
    co_return error;
}

aio::Coroutine<std::string> sleeps_and_is_renamed() {
    aio::current_task().set_name("baker");
    const std::string slept = co_await aio::sleep(1s, std::string("bread"));
    co_return aio::current_task().name() + " " + slept;
}

aio::Coroutine<> fails_when_cancelled() {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
    }
    throw std::runtime_error("cleanup failed");
}

aio::Coroutine<std::string> cancelled_gather(bool by_timeout) {
    try {
        if (by_timeout) {
            co_await aio::timeout(1s, aio::gather(fails_when_cancelled()));
        } else {
            auto gathers = []() -> aio::Coroutine<> { co_await aio::gather(fails_when_cancelled()); };
            const auto task = aio::create_task(gathers());
            co_await aio::sleep(1s);
            task.cancel();
            co_await task;
        }
    } catch (const std::exception& error) {
        co_return error.what();
    }
    co_return "nothing";
}

aio::Coroutine<> awaits(aio::Task<> task) { co_await task; }
aio::Coroutine<> gathers_both(aio::Task<> a, aio::Task<> b) { co_await aio::gather(a, b); }

aio::Coroutine<int> reached_on_two_ways() {
    const auto task = aio::create_task(wait_for_ever());
    const auto other = aio::create_task(awaits(task));
    const auto both = aio::create_task(gathers_both(task, other));
    co_await aio::sleep(1s);
    both.cancel();
    co_return task.cancelling();
}

aio::Coroutine<int> turns_of_a_gather_that_is_done() {
    const auto task = aio::create_task(number_after(1, 1s));
    co_await task;
    int turns = 0;
    auto counts = [](int& n) -> aio::Coroutine<> {
        for (;;) {
            ++n;
            co_await aio::sleep(0s);
        }
    };
    const auto counter = aio::create_task(counts(turns));
    co_await aio::gather(task, task);
    const int seen = turns;
    counter.cancel();
    co_return seen;
}

}  // namespace

TEST_CASE("wait_for with no time takes no lock, slot or item that is free") {
    CHECK(in_virtual_time(nothing_is_taken()) == 6);
}

TEST_CASE("wait_for with no time leaves what is shielded running, and takes a result that is there") {
    CHECK(in_virtual_time(a_shield_leaves_its_task()) == 5);
}

TEST_CASE("a default-constructed coroutine can be filled later, and awaiting it before is a named error") {
    CHECK(in_virtual_time(awaits_none()).find("this object is empty") != std::string::npos);
}

TEST_CASE("a task can be renamed, and a sleep can give a result") {
    CHECK(in_virtual_time(sleeps_and_is_renamed()) == "baker bread");
}

TEST_CASE("the error with which a child answers its cancellation comes out of the gather") {
    CHECK(in_virtual_time(cancelled_gather(false)) == "cleanup failed");
    CHECK(in_virtual_time(cancelled_gather(true)) == "cleanup failed");
}

TEST_CASE("a cancel that reaches a task on two ways counts twice") {
    CHECK(in_virtual_time(reached_on_two_ways()) == 2);
}

TEST_CASE("a gather of tasks that have ended costs no turn") {
    CHECK(in_virtual_time(turns_of_a_gather_that_is_done()) == 0);
}
