#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

namespace {

using namespace support;

aio::Coroutine<std::string> text_after(std::string text, aio::Duration length) {
    co_await aio::sleep(length);
    co_return text;
}

aio::Coroutine<> nothing_after(aio::Duration length) { co_await aio::sleep(length); }

aio::Coroutine<std::unique_ptr<int>> boxed(int number) { co_return std::make_unique<int>(number); }

aio::Coroutine<int> fails_after(aio::Duration length, std::string what) {
    co_await aio::sleep(length);
    throw std::runtime_error(what);
}

aio::Coroutine<std::string> mixed() {
    const aio::Task<int> task = aio::create_task(number_after(2, 1s));
    auto results = co_await aio::gather(text_after("one", 3s), nothing_after(2s), task);
    static_assert(std::is_same_v<decltype(results), std::tuple<std::string, std::monostate, int>>);
    co_return std::get<0>(results) + std::to_string(std::get<2>(results));
}

aio::Coroutine<aio::Duration> only_void() {
    static_assert(std::is_void_v<decltype(aio::gather(nothing_after(1s), nothing_after(2s)).await_resume())>);
    co_await aio::gather(nothing_after(1s), nothing_after(2s));
    co_return aio::now();
}

aio::Coroutine<std::string> named() {
    auto bread = text_after("bread", 2s);
    auto coffee = text_after("coffee", 1s);
    const auto [first, second] = co_await aio::gather(bread, coffee);
    co_return first + " " + second;
}

aio::Coroutine<int> vector_of_coroutines(bool move) {
    std::vector<aio::Coroutine<int>> numbers;
    for (int i = 1; i <= 3; ++i) numbers.push_back(number_after(i, std::chrono::seconds(5 - i)));
    std::vector<int> results;
    if (move) {
        results = co_await aio::gather(std::move(numbers));
    } else {
        results = co_await aio::gather(numbers);
    }
    co_return results[0] * 100 + results[1] * 10 + results[2];
}

aio::Coroutine<int> vector_of_tasks() {
    std::vector<aio::Task<int>> tasks;
    for (int i = 1; i <= 3; ++i)
        tasks.push_back(aio::create_task(number_after(i, std::chrono::seconds(5 - i))));
    const std::vector<int> results = co_await aio::gather(tasks);
    const std::vector<aio::Task<int>> constant = tasks;
    const std::vector<int> again = co_await aio::gather(constant);
    co_return results[0] * 1000 + results[1] * 100 + results[2] * 10 + again[0];
}

aio::Coroutine<> vector_of_void() {
    std::vector<aio::Coroutine<>> sleeps;
    for (int i = 0; i < 3; ++i) sleeps.push_back(nothing_after(1s));
    co_await aio::gather(std::move(sleeps));
}

aio::Coroutine<bool> empty() {
    co_await aio::gather();
    std::vector<aio::Coroutine<int>> none;
    const std::vector<int> results = co_await aio::gather(none);
    co_return results.empty();
}

aio::Coroutine<int> move_only() {
    std::vector<aio::Coroutine<std::unique_ptr<int>>> boxes;
    boxes.push_back(boxed(3));
    const auto [one, two] = co_await aio::gather(boxed(1), boxed(2));
    const std::vector<std::unique_ptr<int>> rest = co_await aio::gather(boxes);
    co_return *one + *two + *rest[0];
}

aio::Coroutine<std::string> other_awaitables() {
    aio::Semaphore slots(1);
    const auto [nap, slot, number] =
        co_await aio::gather(aio::sleep(1s), slots.acquire(), aio::timeout(5s, number_after(4, 2s)));
    co_return std::to_string(number) + (slots.locked() ? " locked" : "");
}

aio::Coroutine<> starts_before_it_is_awaited(bool& started) {
    started = true;
    co_return;
}

aio::Coroutine<bool> children_start_at_the_next_turn() {
    bool started = false;
    auto together = aio::gather(starts_before_it_is_awaited(started));
    co_await aio::sleep(0s);
    const bool before = started;
    co_await together;
    co_return before;
}

aio::Coroutine<std::string> dropped_unawaited() {
    const aio::Task<int> failing = aio::create_task(fails_after(1s, "x"));
    const aio::Task<int> other = aio::create_task(number_after(5, 2s));
    {
        const auto dropped = aio::gather(failing, other);
    }
    co_await aio::sleep(3s);
    CHECK_THROWS_AS(failing.result(), std::runtime_error);
    co_return std::to_string(other.result());
}

aio::Coroutine<> tasks_as_they_are() {
    const aio::Task<int> constant = aio::create_task(number_after(1, 1s));
    aio::Task<int> variable = aio::create_task(number_after(2, 1s));
    co_await aio::gather(constant, variable, aio::create_task(number_after(3, 1s)));
}

struct Report {
    std::string error;
    aio::Duration at{};
    int cleaned = 0;
};

aio::Coroutine<> cleans_up(int& cleaned, aio::Duration tidy) {
    bool cancelled = false;
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
        cancelled = true;
    }
    co_await aio::sleep(tidy);
    ++cleaned;
    if (cancelled) throw aio::CancelledError();
}

aio::Coroutine<> first_error(Report& report) {
    try {
        co_await aio::gather(cleans_up(report.cleaned, 1s), fails_after(2s, "first"),
                             fails_after(3s, "second"), cleans_up(report.cleaned, 4s));
    } catch (const std::runtime_error& error) {
        report.error = error.what();
    }
    report.at = aio::now();
}

aio::Coroutine<> fails_in_cleanup() {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
        throw std::logic_error("cleanup");
    }
}

aio::Coroutine<std::string> error_in_cleanup() {
    std::string seen;
    try {
        co_await aio::gather(fails_in_cleanup(), fails_after(1s, "cause"));
    } catch (const std::exception& error) {
        seen = error.what();
    }
    co_return seen;
}

aio::Coroutine<bool> a_child_is_cancelled() {
    const aio::Task<> victim = aio::create_task(wait_for_ever());
    const aio::Task<> other = aio::create_task(wait_for_ever());
    auto together = aio::gather(victim, other);
    co_await aio::sleep(1s);
    victim.cancel();
    bool thrown = false;
    try {
        co_await together;
    } catch (const aio::CancelledError&) {
        thrown = true;
    }
    co_return thrown&& other.cancelled();
}

aio::Coroutine<int> same_task_twice() {
    const aio::Task<int> task = aio::create_task(number_after(3, 1s));
    const auto [a, b] = co_await aio::gather(task, task);
    co_return a + b;
}

aio::Coroutine<> children_use_the_frame(std::string& out) {
    std::string mine = "a text too long to be kept inside the string itself";
    struct Child {
        static aio::Coroutine<> run(const std::string& text, std::string& copy) {
            try {
                co_await aio::sleep(1h);
            } catch (const aio::CancelledError&) {
            }
            co_await aio::sleep(1s);
            copy = text;
        }
    };
    co_await aio::gather(Child::run(mine, out), fails_after(1s, "x"));
}

}  // namespace

TEST_CASE("gather gives a tuple in argument order, with std::monostate for void") {
    CHECK(in_virtual_time(mixed()) == "one2");
}

TEST_CASE("gather of void coroutines gives nothing and waits for the longest") {
    CHECK(in_virtual_time(only_void()) == 2s);
}

TEST_CASE("gather takes named coroutines without std::move") {
    CHECK(in_virtual_time(named()) == "bread coffee");
}

TEST_CASE("gather of a vector gives a vector in its order") {
    CHECK(in_virtual_time(vector_of_coroutines(true)) == 123);
    CHECK(in_virtual_time(vector_of_coroutines(false)) == 123);
}

TEST_CASE("gather of a vector of tasks leaves the tasks their results") {
    CHECK(in_virtual_time(vector_of_tasks()) == 1231);
}

TEST_CASE("gather of a vector of void coroutines gives nothing") {
    CHECK_NOTHROW(in_virtual_time(vector_of_void()));
}

TEST_CASE("gather of nothing is over at once") { CHECK(in_virtual_time(empty())); }

TEST_CASE("gather moves results that cannot be copied") { CHECK(in_virtual_time(move_only()) == 6); }

TEST_CASE("gather takes whatever can be awaited") {
    CHECK(in_virtual_time(other_awaitables()) == "4 locked");
}

TEST_CASE("gathered coroutines start although nobody awaits the gather yet") {
    CHECK(in_virtual_time(children_start_at_the_next_turn()));
}

TEST_CASE("gather takes tasks as they are, and makes no others of them") {
    Recorder recorder;
    in_virtual_time(tasks_as_they_are(), &recorder);
    CHECK(recorder.count(aio::EventKind::task_created) == 4);
}

TEST_CASE("the tasks of a gather that is dropped unawaited run on by themselves") {
    CHECK(in_virtual_time(dropped_unawaited()) == "5");
}

TEST_CASE("gather of one task twice gives its result twice") {
    CHECK(in_virtual_time(same_task_twice()) == 6);
}

TEST_CASE("when a child fails, gather cancels the others, waits for them and throws the first error") {
    Report report;
    Recorder recorder;
    in_virtual_time(first_error(report), &recorder);
    CHECK(report.error == "first");
    CHECK(report.cleaned == 2);
    CHECK(report.at == 6s);
    CHECK(recorder.count(aio::EventKind::error_never_retrieved) == 0);
}

TEST_CASE("an error in a child's cleanup does not hide the first error") {
    CHECK(in_virtual_time(error_in_cleanup()) == "cause");
}

TEST_CASE("a child cancelled by somebody else ends the gather with CancelledError") {
    CHECK(in_virtual_time(a_child_is_cancelled()));
}

TEST_CASE("a failed gather comes back only when no child refers into the awaiting frame any more") {
    std::string out;
    CHECK_THROWS_AS(in_virtual_time(children_use_the_frame(out)), std::runtime_error);
    CHECK(out == "a text too long to be kept inside the string itself");
}
