#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// What makes no sense gets an error that says what to do instead, and never undefined behaviour.

namespace {

using namespace support;

template <class Awaitable>
aio::Coroutine<std::string> refusal(Awaitable awaitable) {
    std::string what;
    try {
        co_await awaitable;
    } catch (const aio::RuntimeError& error) {
        what = error.what();
    }
    co_return what;
}

template <class Action>
std::string refused(Action action) {
    try {
        action();
    } catch (const aio::RuntimeError& error) {
        return error.what();
    }
    return "";
}

bool says(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

aio::Coroutine<> nothing() { co_return; }

aio::Coroutine<> lengths_that_make_no_sense() {
    for (const aio::Duration length : {aio::Duration(-1s), aio::Duration::min()}) {
        co_await aio::sleep(length);
        bool timed_out = false;
        try {
            co_await aio::timeout(length, aio::sleep(1s));
        } catch (const aio::TimeoutError&) {
            timed_out = true;
        }
        CHECK(timed_out);
    }
    CHECK(aio::now() == 0s);
    co_await aio::sleep(1s);
    CHECK(co_await aio::timeout(aio::Duration::max(), number_after(1, 1s)) == 1);
    CHECK(co_await aio::wait_for(number_after(1, 1s), aio::Duration::max()) == 1);
    aio::TimeoutScope limit(aio::Duration::max());
    CHECK(limit.when() == aio::Duration::max());
    co_await aio::timeout(limit, nothing());
    const aio::Task<> never = aio::create_task(aio::detail::await_it(aio::sleep(aio::Duration::max())));
    co_await aio::sleep(1h);
    CHECK(!never.done());
}

/// One whose frame went elsewhere, as by std::move.
aio::Coroutine<> given_away() {
    auto job = nothing();
    (void)aio::create_task(job);
    return job;
}

aio::Coroutine<> moved_from() {
    auto gone = given_away();
    CHECK(says(refused([&] { (void)aio::create_task(gone); }), "already awaited"));
    CHECK(says(refused([&] { (void)aio::shield(gone); }), "already awaited"));
    CHECK(says(co_await refusal(given_away()), "already awaited"));
    CHECK(says(co_await refusal(aio::timeout(1s, given_away())), "already awaited"));
    CHECK(says(co_await refusal(aio::wait_for(given_away(), 1s)), "already awaited"));
    CHECK(says(co_await refusal(aio::wait_for(given_away(), 0s)), "already awaited"));
}

aio::Coroutine<> notes(int& ran) {
    ++ran;
    co_return;
}

// What was made of the first must not run on while its caller's frame goes.
aio::Coroutine<int> gather_of_one_twice() {
    int ran = 0;
    {
        auto job = notes(ran);
        CHECK(says(refused([&] { (void)aio::gather(job, job); }), "already awaited"));
        std::vector<aio::Coroutine<>> jobs;
        jobs.push_back(notes(ran));
        jobs.push_back(std::move(job));
        CHECK(says(refused([&] { (void)aio::gather(jobs); }), "already awaited"));
    }
    co_await aio::sleep(1s);
    co_return ran;
}

aio::Coroutine<> awaits_itself() {
    CHECK(says(co_await refusal(aio::current_task()), "itself"));
    CHECK(says(co_await refusal(aio::timeout(1s, aio::current_task())), "itself"));
    CHECK(says(co_await refusal(aio::wait_for(aio::current_task(), 1s)), "itself"));
    CHECK(says(co_await refusal(aio::wait_for(aio::current_task(), 0s)), "itself"));
    CHECK(says(co_await refusal(aio::shield(aio::current_task())), "itself"));
    CHECK(says(co_await refusal(aio::gather(aio::current_task())), "itself"));
    CHECK(aio::current_task().cancelling() == 0);
    const aio::Task<> other = aio::create_task(wait_for_ever());
    CHECK(says(co_await refusal(aio::gather(other, aio::current_task())), "itself"));
    CHECK(other.cancelled());
}

aio::Coroutine<aio::Task<int>> ends() {
    const aio::Task<int> task = aio::create_task(number_after(1, 1s));
    co_await task;
    co_return task;
}

using Tasks = std::vector<std::optional<aio::Task<>>>;

aio::Coroutine<> awaits(Tasks& tasks, std::size_t which, int& thrown) {
    try {
        co_await *tasks[which];
    } catch (const aio::CancelledError&) {
        ++thrown;
        throw;
    }
}

aio::Coroutine<> gathers(Tasks& tasks, std::size_t which, int& thrown) {
    try {
        co_await aio::gather(*tasks[which], wait_for_ever());
    } catch (const aio::CancelledError&) {
        ++thrown;
        throw;
    }
}

/// A ring of tasks in which each awaits the next; the first is cancelled.
template <class Link>
aio::Coroutine<int> breaks_a_ring(std::size_t length, Link link) {
    Tasks tasks(length);
    int thrown = 0;
    for (std::size_t i = 0; i < length; ++i)
        tasks[i] = aio::create_task(link(tasks, (i + 1) % length, thrown));
    co_await aio::sleep(1s);
    tasks[0]->cancel();
    std::vector<aio::Task<>> all;
    for (const auto& one : tasks) all.push_back(*one);
    co_await aio::gather(aio::return_exceptions, all);
    for (const auto& one : tasks) CHECK(one->cancelled());
    CHECK(aio::now() == 1s);
    co_return thrown;
}

// Two who wait for one task are no ring: nobody is torn from a wait for a task that still cleans up.
aio::Coroutine<> cleans_up(aio::Duration& clean) {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
    }
    co_await aio::sleep(2s);
    clean = aio::now();
    throw aio::CancelledError();
}

aio::Coroutine<> joins(aio::Task<> task, aio::Duration& at) {
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
        at = aio::now();
        throw;
    }
}

aio::Coroutine<bool> a_diamond_is_no_ring() {
    aio::Duration clean{};
    aio::Duration left{};
    aio::Duration right{};
    aio::Duration middle{};
    const aio::Task<> bottom = aio::create_task(cleans_up(clean));
    const aio::Task<> shared = aio::create_task(joins(bottom, middle));
    const aio::Task<> one = aio::create_task(joins(shared, left));
    const aio::Task<> two = aio::create_task(joins(shared, right));
    co_await aio::sleep(1s);
    const aio::Task<> top = aio::create_task(aio::detail::await_it(aio::gather(one, two)));
    co_await aio::sleep(0s);
    co_await aio::sleep(0s);
    top.cancel();
    co_await aio::gather(aio::return_exceptions, top);
    co_return clean == 3s && left == 3s && right == 3s && middle == 3s;
}

aio::Coroutine<> joins_one(aio::Task<> task) { co_await task; }

aio::Coroutine<bool> cancels_a_chain(int length) {
    std::vector<aio::Task<>> chain;
    chain.push_back(aio::create_task(wait_for_ever()));
    for (int i = 1; i < length; ++i) chain.push_back(aio::create_task(joins_one(chain.back())));
    co_await aio::sleep(1s);
    chain.back().cancel();
    co_await aio::gather(aio::return_exceptions, chain.back());
    co_return chain.front().cancelled() && chain.back().cancelled();
}

aio::Coroutine<> runs_inside() {
    CHECK(says(refused([] { aio::run(nothing()); }), "run() inside run()"));
    co_return;
}

// A timer must never fire early, however small its length.
aio::Coroutine<int> early_timers() {
    int early = 0;
    for (int i = 0; i < 40; ++i) {
        const aio::Duration length = i * 37us;
        const aio::Duration before = aio::now();
        co_await aio::sleep(length);
        if (aio::now() - before < length) ++early;
    }
    co_return early;
}

}  // namespace

TEST_CASE("a negative length is over at once, and one beyond the end of time never") {
    in_virtual_time(lengths_that_make_no_sense());
}

TEST_CASE("a coroutine that was moved from is refused wherever it is given") {
    in_virtual_time(moved_from());
}

TEST_CASE("a gather that cannot be made runs none of its coroutines") {
    CHECK(in_virtual_time(gather_of_one_twice()) == 0);
}

TEST_CASE("a task cannot await itself, by whatever way") { in_virtual_time(awaits_itself()); }

TEST_CASE("outside run() each word says so") {
    const char* const outside = "no loop is running";
    CHECK(says(refused([] { aio::now(); }), outside));
    CHECK(says(refused([] { aio::current_task(); }), outside));
    CHECK(says(refused([] { aio::all_tasks(); }), outside));
    CHECK(says(refused([] { const aio::TimeoutScope limit(1s); }), outside));
    auto job = nothing();
    CHECK(says(refused([&] { (void)aio::create_task(job); }), outside));
    CHECK(says(refused([&] { (void)aio::gather(job); }), outside));
    CHECK(says(refused([&] { (void)aio::gather(aio::return_exceptions, job); }), outside));
    CHECK(says(refused([&] { (void)aio::shield(job); }), outside));
    in_virtual_time(std::move(job));  // none of them has taken it
}

TEST_CASE("a task that outlives its run() can be asked, not gathered") {
    const aio::Task<int> task = in_virtual_time(ends());
    CHECK(task.done());
    CHECK(task.result() == 1);
    CHECK(!task.cancel());
    CHECK(says(refused([&] { (void)aio::gather(task); }), "no loop is running"));
    CHECK(in_virtual_time(aio::detail::await_it(task)) == 1);
    CHECK(in_virtual_time(aio::detail::await_it(aio::shield(task))) == 1);
}

TEST_CASE("run() inside run() is refused") {
    Recorder recorder;
    in_virtual_time(runs_inside(), &recorder);
    CHECK(recorder.count(aio::EventKind::never_awaited) == 1);
}

TEST_CASE("cancelling one of a ring of tasks stops them all") {
    for (const std::size_t length : {2U, 3U, 1000U}) {
        CHECK(in_virtual_time(breaks_a_ring(length, awaits)) == static_cast<int>(length));
        CHECK(in_virtual_time(breaks_a_ring(length, gathers)) == static_cast<int>(length));
    }
}

TEST_CASE("two who wait for one task are not taken for a ring") {
    CHECK(in_virtual_time(a_diamond_is_no_ring()));
}

TEST_CASE("a cancellation goes down a chain of a million tasks") {
    CHECK(in_virtual_time(cancels_a_chain(1'000'000)));
}

TEST_CASE("timers never fire early") { CHECK(aio::run(early_timers()) == 0); }
