#include "tests/runtime/support.hpp"
#include "tests/runtime/turns.hpp"

#include <doctest/doctest.h>

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace support;

aio::Coroutine<int> fails_after(aio::Duration length) {
    co_await aio::sleep(length);
    throw std::logic_error("one of them");
}

aio::Coroutine<> nothing_after(aio::Duration length) { co_await aio::sleep(length); }

aio::Coroutine<std::unique_ptr<int>> pointer() { co_return std::make_unique<int>(6); }

template <class T>
bool is_cancelled(const aio::Result<T>& result) {
    try {
        result.value();
    } catch (const aio::CancelledError&) {
        return true;
    }
    return false;
}

aio::Coroutine<aio::Duration> each_in_its_place() {
    const aio::Task<int> gone = aio::create_task(number_after(1, 1h));
    gone.cancel();
    const auto [a, b, c, d] = co_await aio::gather(aio::return_exceptions, number_after(4, 3s),
                                                   fails_after(1s), gone, nothing_after(2s));
    CHECK(a.ok());
    CHECK(a.value() == 4);
    CHECK(a.error() == nullptr);
    CHECK(!b.ok());
    CHECK(b.error() != nullptr);
    CHECK_THROWS_WITH_AS(b.value(), "one of them", std::logic_error);
    CHECK(is_cancelled(c));
    CHECK(d.ok());
    d.value();
    co_return aio::now();
}

aio::Coroutine<int> of_a_vector() {
    std::vector<aio::Coroutine<int>> jobs;
    for (int i = 0; i < 4; ++i) jobs.push_back(i == 2 ? fails_after(1s) : number_after(i, 1s));
    const auto results = co_await aio::gather(aio::return_exceptions, jobs);
    int sum = 0;
    for (const aio::Result<int>& one : results) sum += one.ok() ? one.value() : 100;
    co_return sum;
}

aio::Coroutine<bool> of_tasks() {
    std::vector<aio::Task<int>> tasks{aio::create_task(fails_after(1s)),
                                      aio::create_task(number_after(2, 1s))};
    const auto results = co_await aio::gather(aio::return_exceptions, std::as_const(tasks));
    const auto again = co_await aio::gather(aio::return_exceptions, std::move(tasks));
    co_return !results[0].ok() && results[1].value() == 2 && again[1].value() == 2;
}

aio::Coroutine<int> move_only() {
    auto [a, b] = co_await aio::gather(aio::return_exceptions, pointer(), pointer());
    const std::unique_ptr<int> first = std::move(a).value();
    co_return *first + *b.value();
}

aio::Coroutine<std::size_t> of_nothing() {
    const auto results = co_await aio::gather(aio::return_exceptions, std::vector<aio::Coroutine<>>());
    co_return results.size();
}

aio::Coroutine<> gathers(std::vector<aio::Task<int>> tasks, bool& cancelled) {
    try {
        co_await aio::gather(aio::return_exceptions, tasks);
    } catch (const aio::CancelledError&) {
        cancelled = true;
    }
}

aio::Coroutine<bool> cancelled_from_outside() {
    const std::vector<aio::Task<int>> tasks{aio::create_task(number_after(1, 1h)),
                                            aio::create_task(fails_after(1s))};
    bool cancelled = false;
    const aio::Task<> task = aio::create_task(gathers(tasks, cancelled));
    co_await aio::sleep(2s);
    task.cancel();
    co_await task;
    co_return cancelled&& tasks[0].cancelled();
}

aio::Coroutine<int> turns() {
    const int turns = co_await turns_of(
        [] { return aio::gather(aio::return_exceptions, fails_after(0s), nothing_after(0s)); });
    co_return turns;
}

}  // namespace

TEST_CASE("gather(return_exceptions) waits for all and gives a value or an error for each, in its place") {
    Recorder recorder;
    CHECK(in_virtual_time(each_in_its_place(), &recorder) == 3s);
    CHECK(recorder.count(aio::EventKind::error_never_retrieved) == 0);
}

TEST_CASE("gather(return_exceptions) takes a vector of coroutines or of tasks, or an empty one") {
    CHECK(in_virtual_time(of_a_vector()) == 104);
    CHECK(in_virtual_time(of_tasks()));
    CHECK(in_virtual_time(of_nothing()) == 0);
}

TEST_CASE("a result that cannot be copied can be moved out") { CHECK(in_virtual_time(move_only()) == 12); }

TEST_CASE("gather(return_exceptions) that is cancelled cancels all and throws CancelledError") {
    CHECK(in_virtual_time(cancelled_from_outside()));
}

TEST_CASE("gather(return_exceptions) costs what gather costs") { CHECK(in_virtual_time(turns()) == 4); }
