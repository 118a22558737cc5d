#include "tests/runtime/awaitables.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

// Each word that takes an awaitable, with each awaitable, given by name, by a const name, and as a temporary:
// it is taken or does not compile, as `taken` says, and what is taken does its work.

namespace {

using namespace support;

// The words.

struct Await {
    template <CoAwaits A>
    A&& take(A&& awaitable) {
        return std::forward<A>(awaitable);
    }
};
struct CreateTask {
    auto take(auto&& it) -> decltype(aio::create_task(std::forward<decltype(it)>(it))) {
        return aio::create_task(std::forward<decltype(it)>(it));
    }
};
struct InGroup {
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
    auto take(auto&& it) -> decltype(aio::gather(std::forward<decltype(it)>(it))) {
        return aio::gather(std::forward<decltype(it)>(it));
    }
};
struct Settle {
    auto take(auto&& it) -> decltype(aio::gather(aio::return_exceptions, std::forward<decltype(it)>(it))) {
        return aio::gather(aio::return_exceptions, std::forward<decltype(it)>(it));
    }
};
struct Shield {
    auto take(auto&& it) -> decltype(aio::shield(std::forward<decltype(it)>(it))) {
        return aio::shield(std::forward<decltype(it)>(it));
    }
};
struct Timeout {
    auto take(auto&& it) -> decltype(aio::timeout(1h, std::forward<decltype(it)>(it))) {
        return aio::timeout(1h, std::forward<decltype(it)>(it));
    }
};
struct ScopedTimeout {
    aio::TimeoutScope scope{1h};
    auto take(auto&& it) -> decltype(aio::timeout(scope, std::forward<decltype(it)>(it))) {
        return aio::timeout(scope, std::forward<decltype(it)>(it));
    }
};
struct WaitFor {
    auto take(auto&& it) -> decltype(aio::wait_for(std::forward<decltype(it)>(it), 1h)) {
        return aio::wait_for(std::forward<decltype(it)>(it), 1h);
    }
};
struct WaitForEver {
    auto take(auto&& it) -> decltype(aio::wait_for(std::forward<decltype(it)>(it), std::nullopt)) {
        return aio::wait_for(std::forward<decltype(it)>(it), std::nullopt);
    }
};

// What is to compile.

template <class Word, class A>
concept Takes = requires(Word word, A&& awaitable) { word.take(std::forward<A>(awaitable)); };

enum class Given { by_name, by_const_name, as_a_temporary };

template <class Word>
constexpr bool taken(Kind kind, Given given) {
    const bool is_const = given == Given::by_const_name;
    if (std::is_same_v<Word, CreateTask> || std::is_same_v<Word, InGroup>)
        return kind == Kind::coroutine && !is_const;
    if (std::is_same_v<Word, Await>) return !is_const || kind == Kind::task;
    return !is_const || kind == Kind::task || kind == Kind::gather;
}

// One of all combinations.

/// What is left of a name that was given away.
template <Kind kind, class A>
aio::Coroutine<> look_at(A& named) {
    if constexpr (kind == Kind::task) {
        CHECK(named.done());
        CHECK_FALSE(named.name().empty());
        CHECK(named.error() == nullptr);
    } else if constexpr (kind == Kind::gather) {
        co_await aio::timeout(0s, named);
    } else if constexpr (kind == Kind::coroutine) {
        bool gone = false;
        try {
            co_await named;
        } catch (const aio::RuntimeError&) {
            gone = true;
        }
        CHECK(gone);
    }
    co_return;
}

/// Gives what `A` refers to, and looks at what came of it.
template <class Word, class Maker, class A>
aio::Coroutine<> give(Maker& maker, A&& awaitable) {
    Word word;
    decltype(auto) taken = word.take(std::forward<A>(awaitable));
    if constexpr (std::is_void_v<aio::detail::AwaitResult<std::remove_reference_t<decltype(taken)>>>) {
        co_await taken;
        CHECK(maker.took());
    } else {
        [[maybe_unused]] const auto value = co_await taken;
        CHECK(maker.took());
    }
}

template <class Word, class Maker, Given given>
aio::Coroutine<> combination() {
    Maker maker;
    co_await maker.set_up();
    using Made = decltype(maker.make());
    using Named = std::conditional_t<given == Given::by_const_name, const Made, Made>;
    Named named = maker.make();
    if constexpr (given == Given::as_a_temporary) {
        co_await give<Word>(maker, std::move(named));
    } else {
        co_await give<Word>(maker, named);
        co_await look_at<Maker::kind>(named);
    }
}

template <class Word, class Maker, Given given>
void check_combination() {
    using Made = decltype(std::declval<Maker&>().make());
    using A = std::conditional_t<given == Given::by_name, Made&,
                                 std::conditional_t<given == Given::by_const_name, const Made&, Made>>;
    static_assert(Takes<Word, A> == taken<Word>(Maker::kind, given));
    if constexpr (Takes<Word, A>) {
        CAPTURE(__PRETTY_FUNCTION__);
        in_virtual_time(combination<Word, Maker, given>());
    }
}

template <class Word, class... Maker>
void check_each(std::tuple<Maker...>*) {
    (check_combination<Word, Maker, Given::by_name>(), ...);
    (check_combination<Word, Maker, Given::by_const_name>(), ...);
    (check_combination<Word, Maker, Given::as_a_temporary>(), ...);
}

template <class... Word>
void check() {
    (check_each<Word>(static_cast<Awaitables*>(nullptr)), ...);
}

// Vectors, and run().

template <class Vector>
concept Gathered = requires(Vector&& all) { aio::gather(std::forward<Vector>(all)); } &&
                   requires(Vector&& all) { aio::gather(aio::return_exceptions, std::forward<Vector>(all)); };
using Tasks = std::vector<aio::Task<int>>;
using Coroutines = std::vector<aio::Coroutine<int>>;
using Waits = std::vector<aio::EventWait>;
static_assert(Gathered<Tasks&> && Gathered<const Tasks&> && Gathered<Tasks>);
static_assert(Gathered<Coroutines&> && !Gathered<const Coroutines&> && Gathered<Coroutines>);
static_assert(Gathered<Waits&> && !Gathered<const Waits&> && Gathered<Waits>);

template <class A>
concept Run = requires(A&& main) { aio::run(std::forward<A>(main)); };
static_assert(Run<aio::Coroutine<int>> && !Run<aio::Coroutine<int>&> && !Run<aio::Task<int>>);

template <class A>
concept AnythingTakes = Takes<Gather, A> || Takes<Shield, A> || Takes<Timeout, A> || Takes<WaitFor, A>;
static_assert(!AnythingTakes<int> && !AnythingTakes<std::string&> && !AnythingTakes<aio::Lock&>);

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

aio::Coroutine<std::string> expires(bool wait_for) {
    aio::Task<int> task = aio::create_task(number_after(1, 1h));
    try {
        if (wait_for) {
            co_await aio::wait_for(task, 1s);
        } else {
            co_await aio::timeout(1s, task);
        }
    } catch (const aio::TimeoutError&) {
    }
    co_return task.cancelled() ? task.name() : "runs on";
}

}  // namespace

TEST_CASE("co_await, create_task() and a group take every awaitable that they say they take") {
    check<Await, CreateTask, InGroup>();
}

TEST_CASE("gather() and shield() take every awaitable, by name, too, but a const one that cannot be copied") {
    check<Gather, Settle, Shield>();
}

TEST_CASE(
    "timeout() and wait_for() take every awaitable, by name, too, but a const one that cannot be copied") {
    check<Timeout, ScopedTimeout, WaitFor, WaitForEver>();
}

TEST_CASE("tasks in a vector are still tasks after a gather") {
    CHECK(in_virtual_time(tasks_in_a_vector()) == 16);
}

TEST_CASE("a task given by name to a time limit that expires can be asked whether it was cancelled") {
    CHECK(in_virtual_time(expires(true)) == "Task-2");
    CHECK(in_virtual_time(expires(false)) == "Task-2");
}
