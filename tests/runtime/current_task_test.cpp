#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace support;

aio::Coroutine<std::string> own_name() { co_return aio::current_task().name(); }

aio::Coroutine<std::string> names() {
    const aio::Task<std::string> task = aio::create_task(own_name(), "child");
    const std::string of_the_child = co_await task;
    const std::string awaited = co_await own_name();
    CHECK(awaited == aio::current_task().name());
    CHECK(aio::AnyTask(task) != aio::current_task());
    co_return of_the_child;
}

aio::Coroutine<std::vector<std::string>> everybody() {
    const aio::Task<> a = aio::create_task(wait_for_ever(), "a");
    const aio::Task<> ended = aio::create_task(aio::detail::await_it(aio::sleep(0s)), "ended");
    const aio::Task<> b = aio::create_task(wait_for_ever(), "b");
    co_await ended;
    std::vector<std::string> found;
    for (const aio::AnyTask& task : aio::all_tasks()) {
        if (task == aio::current_task()) {
            found.emplace_back("me");
        } else {
            found.push_back(task.name());
        }
    }
    co_return found;
}

aio::Coroutine<> cancels_all_others() {
    const aio::Task<> a = aio::create_task(wait_for_ever());
    const aio::Task<int> b = aio::create_task(number_after(1, 1h));
    std::vector<aio::AnyTask> others;
    for (const aio::AnyTask& task : aio::all_tasks()) {
        if (!(task == aio::current_task())) others.push_back(task);
    }
    for (const aio::AnyTask& task : others) task.cancel();
    const auto results = co_await aio::gather(aio::return_exceptions, others);
    CHECK(results.size() == 2);
    CHECK(!results[0].ok());
    CHECK(a.cancelled());
    CHECK(b.cancelled());
}

aio::Coroutine<> fails() {
    co_await aio::sleep(1s);
    throw std::logic_error("seen");
}

aio::Coroutine<std::string> awaits_any() {
    const aio::AnyTask good = aio::create_task(number_after(1, 1s));
    const aio::AnyTask bad = aio::create_task(fails());
    co_await good;
    std::string what;
    try {
        co_await bad;
    } catch (const std::logic_error& error) {
        what = error.what();
    }
    co_await aio::timeout(1s, good);
    CHECK(good.error() == nullptr);
    CHECK(bad.error() != nullptr);
    CHECK_THROWS_AS(aio::current_task().error(), aio::RuntimeError);
    co_return what;
}

aio::Coroutine<> counts(std::vector<int>& seen) {
    for (int i = 0; i < 2; ++i) {
        try {
            co_await aio::sleep(1h);
        } catch (const aio::CancelledError&) {
            seen.push_back(aio::current_task().cancelling());
        }
    }
    seen.push_back(aio::current_task().uncancel());
    seen.push_back(aio::current_task().uncancel());
    seen.push_back(aio::current_task().uncancel());
}

aio::Coroutine<std::vector<int>> cancel_counts() {
    std::vector<int> seen;
    const aio::Task<> task = aio::create_task(counts(seen));
    CHECK(task.cancelling() == 0);
    for (int i = 0; i < 2; ++i) {
        co_await aio::sleep(1s);
        task.cancel();
    }
    co_await task;
    CHECK(!task.cancelled());
    co_return seen;
}

aio::Coroutine<aio::Duration> cancels_itself_and_sleeps() {
    aio::current_task().cancel();
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
    }
    co_return aio::now();
}

aio::Coroutine<bool> cancels_itself_and_awaits_a_task() {
    const aio::Task<> task = aio::create_task(wait_for_ever());
    aio::current_task().cancel();
    bool thrown = false;
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
        thrown = true;
    }
    co_return thrown&& task.cancelled() && aio::now() == 0s;
}

aio::Coroutine<aio::Duration> takes_it_back() {
    aio::current_task().cancel();
    aio::current_task().uncancel();
    co_await aio::sleep(1s);
    co_return aio::now();
}

aio::Coroutine<> must_not_run(bool& ran) {
    ran = true;
    co_return;
}

aio::Coroutine<bool> takes_back_before_the_start() {
    bool ran = false;
    const aio::Task<> task = aio::create_task(must_not_run(ran));
    task.cancel();
    task.uncancel();
    co_await task;
    co_return ran;
}

}  // namespace

TEST_CASE("current_task() is the task of whoever asks, in the coroutines it awaits, too") {
    CHECK(in_virtual_time(names()) == "child");
}

TEST_CASE("all_tasks() gives those that have not ended, the oldest first") {
    CHECK(in_virtual_time(everybody()) == std::vector<std::string>{"me", "a", "b"});
    in_virtual_time(cancels_all_others());
}

TEST_CASE("any task can be awaited without knowing what it returns") {
    CHECK(in_virtual_time(awaits_any()) == "seen");
}

TEST_CASE("cancelling() counts requests, and uncancel() takes them back, never below 0") {
    CHECK(in_virtual_time(cancel_counts()) == std::vector<int>{1, 2, 1, 0, 0});
}

TEST_CASE("a task that cancels itself is told at its next wait, at once, however long that would be") {
    CHECK(in_virtual_time(cancels_itself_and_sleeps()) == 0s);
    CHECK(in_virtual_time(cancels_itself_and_awaits_a_task()));
}

TEST_CASE("a cancellation that was taken back before it was thrown is not thrown") {
    CHECK(in_virtual_time(takes_it_back()) == 1s);
    CHECK(in_virtual_time(takes_back_before_the_start()));
}
