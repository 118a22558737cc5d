#include "tests/runtime/passing.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>

namespace {

using namespace support;

struct Timeout {
    static constexpr Takes takes = Takes::copies_too;
    auto take(auto&& it) -> decltype(aio::timeout(1h, std::forward<decltype(it)>(it))) {
        return aio::timeout(1h, std::forward<decltype(it)>(it));
    }
};

struct ScopedTimeout {
    static constexpr Takes takes = Takes::copies_too;
    aio::TimeoutScope scope{1h};
    auto take(auto&& it) -> decltype(aio::timeout(scope, std::forward<decltype(it)>(it))) {
        return aio::timeout(scope, std::forward<decltype(it)>(it));
    }
};

struct WaitFor {
    static constexpr Takes takes = Takes::copies_too;
    auto take(auto&& it) -> decltype(aio::wait_for(std::forward<decltype(it)>(it), 1h)) {
        return aio::wait_for(std::forward<decltype(it)>(it), 1h);
    }
};

template <class A>
concept Taken = Compiles<Timeout, A> || Compiles<ScopedTimeout, A> || Compiles<WaitFor, A>;
static_assert(!Taken<int> && !Taken<std::string&> && !Taken<aio::Lock&>);

aio::Coroutine<int> without_a_limit() {
    const auto task = aio::create_task(number_after(1, 1s));
    const int got = co_await aio::wait_for(task, std::nullopt);
    co_return got + task.result();
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

TEST_CASE(
    "timeout() and wait_for() take every awaitable, by name, too, but a const one that cannot be copied") {
    check_words<Timeout, ScopedTimeout, WaitFor>();
}

TEST_CASE("a task given by name to wait_for() without a limit is still a task") {
    CHECK(in_virtual_time(without_a_limit()) == 2);
}

TEST_CASE("a task given by name to a time limit that expires can be asked whether it was cancelled") {
    CHECK(in_virtual_time(expires(true)) == "Task-2");
    CHECK(in_virtual_time(expires(false)) == "Task-2");
}
