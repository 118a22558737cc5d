#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace {

using namespace support;

aio::Coroutine<std::string> greet(std::string name) {
    co_await aio::sleep(1s);
    co_return "hello " + name;
}

aio::Coroutine<> fails_with(std::string what) {
    co_await aio::sleep(1s);
    throw std::runtime_error(what);
}

aio::Coroutine<std::string> awaits_many_times() {
    const aio::Task<std::string> task = aio::create_task(greet("you"));
    const std::string first = co_await task;
    const std::string second = co_await task;
    co_return first + ", " + second + ", " + task.result();
}

aio::Coroutine<std::string> awaits(aio::Task<std::string> task) {
    const std::string text = co_await task;
    co_return text;
}

aio::Coroutine<std::size_t> many_await_one() {
    const aio::Task<std::string> task = aio::create_task(greet("all"));
    const auto [a, b, c] = co_await aio::gather(awaits(task), awaits(task), awaits(task));
    co_return (a + b + c).size();
}

aio::Coroutine<std::string> takes_a_named_coroutine() {
    auto named = greet("named");
    const aio::Task<std::string> task = aio::create_task(named);
    const std::string text = co_await task;
    co_return text;
}

aio::Coroutine<> gives_away_twice() {
    auto named = greet("named");
    const aio::Task<std::string> task = aio::create_task(named);
    const aio::Task<std::string> again = aio::create_task(named);
    co_return;
}

aio::Coroutine<> awaits_what_was_given_away() {
    auto named = greet("named");
    const aio::Task<std::string> task = aio::create_task(named);
    co_await named;
}

aio::Coroutine<int> dropped_handle_runs_on() {
    int reached = 0;
    struct Step {
        static aio::Coroutine<> run(int& out) {
            co_await aio::sleep(1s);
            out = 1;
        }
    };
    {
        const auto dropped = aio::create_task(Step::run(reached));
    }
    co_await aio::sleep(2s);
    co_return reached;
}

aio::Coroutine<> asks_too_early() {
    const aio::Task<std::string> task = aio::create_task(greet("early"), "slowcoach");
    (void)task.result();
    co_return;
}

aio::Coroutine<std::string> names() {
    const aio::Task<std::string> named = aio::create_task(greet("a"), "greeter");
    const aio::Task<std::string> unnamed = aio::create_task(greet("b"));
    co_await named;
    co_await unnamed;
    co_return named.name() + " " + unnamed.name();
}

aio::Coroutine<int> error_each_time() {
    const aio::Task<> task = aio::create_task(fails_with("again"));
    int caught = 0;
    for (int i = 0; i < 3; ++i) {
        try {
            co_await task;
        } catch (const std::runtime_error&) {
            ++caught;
        }
    }
    co_return caught;
}

aio::Coroutine<std::string> flags() {
    const aio::Task<> failed = aio::create_task(fails_with("x"));
    std::string seen = failed.done() ? "done" : "pending";
    try {
        co_await failed;
    } catch (const std::runtime_error&) {
    }
    seen += failed.done() ? " done" : " pending";
    seen += failed.cancelled() ? " cancelled" : " not cancelled";
    seen += failed.cancel() ? " cancel" : " too late";
    co_return seen;
}

aio::Coroutine<std::unique_ptr<int>> boxed() { co_return std::make_unique<int>(5); }

aio::Coroutine<int> moves_out_of_a_task() {
    const auto task = aio::create_task(boxed());
    const std::unique_ptr<int> box = co_await task;
    co_return *box;
}

aio::Coroutine<> awaits_itself(const std::optional<aio::Task<>>& self) {
    co_await aio::sleep(1s);
    co_await *self;
}

aio::Coroutine<> starts_one_that_awaits_itself() {
    std::optional<aio::Task<>> self;
    self = aio::create_task(awaits_itself(self));
    co_await *self;
}

aio::Coroutine<> lets_a_task_fail_unseen() {
    {
        const auto dropped = aio::create_task(fails_with("nobody looks"));
    }
    co_await aio::sleep(2s);
}

aio::Coroutine<> looks_at_the_error() {
    const auto task = aio::create_task(fails_with("seen"));
    co_await aio::sleep(2s);
    CHECK_THROWS_AS(task.result(), std::runtime_error);
}

aio::Coroutine<> holds(Probe) { co_await aio::sleep(1s); }

aio::Coroutine<> task_with_a_probe(Lives& lives) {
    const auto task = aio::create_task(holds(Probe(lives)));
    co_await task;
    CHECK(lives.balanced());
}

}  // namespace

TEST_CASE("a task can be awaited many times and gives its result each time") {
    CHECK(in_virtual_time(awaits_many_times()) == "hello you, hello you, hello you");
}

TEST_CASE("any number of coroutines may await one task") { CHECK(in_virtual_time(many_await_one()) == 27); }

TEST_CASE("create_task takes a named coroutine without std::move") {
    CHECK(in_virtual_time(takes_a_named_coroutine()) == "hello named");
}

TEST_CASE("a coroutine given to a task cannot be given away or awaited again") {
    CHECK_THROWS_AS(in_virtual_time(gives_away_twice()), aio::RuntimeError);
    CHECK_THROWS_AS(in_virtual_time(awaits_what_was_given_away()), aio::RuntimeError);
}

TEST_CASE("dropping the handle does not stop the task") {
    CHECK(in_virtual_time(dropped_handle_runs_on()) == 1);
}

TEST_CASE("a result asked for too early is an error that names the task") {
    try {
        in_virtual_time(asks_too_early());
        FAIL("no error");
    } catch (const aio::RuntimeError& error) {
        CHECK(std::string(error.what()).find("slowcoach") != std::string::npos);
    }
}

TEST_CASE("a task has the name it was given, or one with its number") {
    CHECK(in_virtual_time(names()) == "greeter Task-3");
}

TEST_CASE("a task throws its error at everybody who awaits it") {
    CHECK(in_virtual_time(error_each_time()) == 3);
}

TEST_CASE("a failed task is done and not cancelled, and it is too late to cancel it") {
    CHECK(in_virtual_time(flags()) == "pending done not cancelled too late");
}

TEST_CASE("a result that can only be moved is moved out of its task") {
    CHECK(in_virtual_time(moves_out_of_a_task()) == 5);
}

TEST_CASE("a task that awaits itself gets an error instead of waiting for ever") {
    CHECK_THROWS_AS(in_virtual_time(starts_one_that_awaits_itself()), aio::RuntimeError);
}

TEST_CASE("an error that nobody retrieved is reported once, with its text") {
    Recorder recorder;
    in_virtual_time(lets_a_task_fail_unseen(), &recorder);
    REQUIRE(recorder.count(aio::EventKind::error_never_retrieved) == 1);
    CHECK(recorder.first(aio::EventKind::error_never_retrieved).detail == "nobody looks");
}

TEST_CASE("an error that result() threw counts as retrieved") {
    Recorder recorder;
    in_virtual_time(looks_at_the_error(), &recorder);
    CHECK(recorder.count(aio::EventKind::error_never_retrieved) == 0);
}

TEST_CASE("a task's parameters are destroyed when it ends, though its handle lives") {
    Lives lives;
    in_virtual_time(task_with_a_probe(lives));
    CHECK(lives.balanced());
}
