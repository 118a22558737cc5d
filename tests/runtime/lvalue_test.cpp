#include "tests/runtime/passing.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using namespace support;

struct Await {
    static constexpr Takes takes = Takes::awaitables;
    template <CoAwaits A>
    A&& take(A&& awaitable) {
        return std::forward<A>(awaitable);
    }
};

struct CreateTask {
    static constexpr Takes takes = Takes::coroutines;
    auto take(auto&& it) -> decltype(aio::create_task(std::forward<decltype(it)>(it))) {
        return aio::create_task(std::forward<decltype(it)>(it));
    }
};

struct InGroup {
    static constexpr Takes takes = Takes::coroutines;
    template <class A>
        requires requires(aio::TaskGroup& group, A&& it) { group.create_task(std::forward<A>(it)); }
    auto take(A&& it) {
        return aio::task_group([&it](aio::TaskGroup& group) -> aio::Coroutine<> {
            group.create_task(std::forward<A>(it));
            co_return;
        });
    }
};

struct Gather {
    static constexpr Takes takes = Takes::copies_too;
    auto take(auto&& it) -> decltype(aio::gather(std::forward<decltype(it)>(it))) {
        return aio::gather(std::forward<decltype(it)>(it));
    }
};

struct Settle {
    static constexpr Takes takes = Takes::copies_too;
    auto take(auto&& it) -> decltype(aio::gather(aio::return_exceptions, std::forward<decltype(it)>(it))) {
        return aio::gather(aio::return_exceptions, std::forward<decltype(it)>(it));
    }
};

struct Shield {
    static constexpr Takes takes = Takes::copies_too;
    auto take(auto&& it) -> decltype(aio::shield(std::forward<decltype(it)>(it))) {
        return aio::shield(std::forward<decltype(it)>(it));
    }
};

// Vectors, and run().

template <class Vector>
concept Gathered = requires(Vector&& all) { aio::gather(std::forward<Vector>(all)); } &&
                   requires(Vector&& all) { aio::gather(aio::return_exceptions, std::forward<Vector>(all)); };
using Tasks = std::vector<aio::Task<int>>;
using AnyTasks = std::vector<aio::AnyTask>;
using Coroutines = std::vector<aio::Coroutine<int>>;
using Waits = std::vector<aio::EventWait>;
static_assert(Gathered<Tasks&> && Gathered<const Tasks&> && Gathered<Tasks>);
static_assert(Gathered<AnyTasks&> && Gathered<const AnyTasks&> && Gathered<AnyTasks>);
static_assert(Gathered<Coroutines&> && !Gathered<const Coroutines&> && Gathered<Coroutines>);
static_assert(Gathered<Waits&> && !Gathered<const Waits&> && Gathered<Waits>);

template <class A>
concept Run = requires(A&& main) { aio::run(std::forward<A>(main)); };
static_assert(Run<aio::Coroutine<int>> && !Run<aio::Coroutine<int>&> && !Run<aio::Task<int>>);

template <class A>
concept Taken = Compiles<Gather, A> || Compiles<Settle, A> || Compiles<Shield, A>;
static_assert(!Taken<int> && !Taken<std::string&> && !Taken<aio::Lock&>);

template <class Vector>
aio::Coroutine<int> twice(Vector& tasks) {
    const std::vector<int> got = co_await aio::gather(tasks);
    const auto settled = co_await aio::gather(aio::return_exceptions, tasks);
    co_return got.at(0) + got.at(1) + settled.at(1).value() + tasks.at(0).result() + tasks.at(1).result();
}

aio::Coroutine<int> tasks_in_a_vector() {
    Tasks tasks{aio::create_task(number_after(1, 1s)), aio::create_task(number_after(2, 1s))};
    const int sum = co_await twice(tasks);
    const Tasks same = tasks;
    const int again = co_await twice(same);
    co_return sum + again;
}

aio::Coroutine<bool> all_tasks_by_const_name() {
    const auto task = aio::create_task(number_after(1, 1s));
    AnyTasks others = aio::all_tasks();
    std::erase(others, aio::current_task());
    const AnyTasks all = others;
    co_await aio::gather(all);
    const auto settled = co_await aio::gather(aio::return_exceptions, all);
    co_return settled.size() == 1 && all.at(0).done();
}

}  // namespace

TEST_CASE("co_await, create_task() and a group take every awaitable that they say they take") {
    check_words<Await, CreateTask, InGroup>();
}

TEST_CASE("gather() and shield() take every awaitable, by name, too, but a const one that cannot be copied") {
    check_words<Gather, Settle, Shield>();
}

TEST_CASE("tasks in a vector are still tasks after a gather") {
    CHECK(in_virtual_time(tasks_in_a_vector()) == 16);
    CHECK(in_virtual_time(all_tasks_by_const_name()));
}
