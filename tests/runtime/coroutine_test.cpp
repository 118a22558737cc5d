#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace {

using namespace support;

aio::Coroutine<int> counted(int& calls) {
    ++calls;
    co_return calls;
}

aio::Coroutine<std::unique_ptr<int>> boxed(int number) { co_return std::make_unique<int>(number); }

aio::Coroutine<int> unboxes() {
    const std::unique_ptr<int> box = co_await boxed(7);
    co_return *box;
}

aio::Coroutine<> awaits_twice(int& calls) {
    auto once = counted(calls);
    co_await once;
    co_await once;
}

aio::Coroutine<int> awaits_named(int& calls) {
    auto named = counted(calls);
    const int before = calls;
    const int got = co_await named;
    co_return before * 10 + got;
}

aio::Coroutine<int> overwrites(int& calls) {
    auto one = counted(calls);
    one = counted(calls);
    const int got = co_await one;
    co_return got;
}

aio::Coroutine<> fails() {
    throw std::logic_error("inner");
    co_return;
}

aio::Coroutine<> passes_on(int depth) {
    if (depth > 0) {
        co_await passes_on(depth - 1);
    } else {
        co_await fails();
    }
}

aio::Coroutine<std::string> catches_and_goes_on() {
    std::string said;
    try {
        co_await passes_on(3);
    } catch (const std::logic_error& error) {
        said = error.what();
    }
    co_await aio::sleep(1s);
    co_return said + " at the end";
}

aio::Coroutine<> holds(Probe) { co_await aio::sleep(1s); }

aio::Coroutine<> holds_and_fails(Probe) {
    co_await aio::sleep(1s);
    throw std::logic_error("it holds a probe");
}

aio::Coroutine<bool> parameter_dies_at_the_end(Lives& lives) {
    co_await holds(Probe(lives));
    co_return lives.balanced();
}

aio::Coroutine<> probe_awaits(Lives& lives) {
    const Probe local(lives);
    co_await holds(local);
    try {
        co_await holds_and_fails(local);
    } catch (const std::logic_error&) {
    }
}

aio::Coroutine<> drops(Lives& lives) {
    const auto dropped = holds(Probe(lives));
    co_return;
}

aio::Coroutine<Probe> gives(Lives& lives) { co_return Probe(lives); }

aio::Coroutine<> takes(Lives& lives) { const Probe got = co_await gives(lives); }

aio::Coroutine<int> converts() { co_return short{3}; }

}  // namespace

TEST_CASE("a coroutine runs nothing until it is awaited") {
    int calls = 0;
    CHECK(in_virtual_time(awaits_named(calls)) == 1);
}

TEST_CASE("a second await of a coroutine is an error that says what to do") {
    int calls = 0;
    try {
        in_virtual_time(awaits_twice(calls));
        FAIL("no error");
    } catch (const aio::RuntimeError& error) {
        CHECK(std::string(error.what()).find("already awaited") != std::string::npos);
        CHECK(std::string(error.what()).find("create_task") != std::string::npos);
    }
    CHECK(calls == 1);
}

TEST_CASE("a result that can only be moved comes through") { CHECK(in_virtual_time(unboxes()) == 7); }

TEST_CASE("a result is converted to the declared type") { CHECK(in_virtual_time(converts()) == 3); }

TEST_CASE("an error comes out of every frame that awaits, as the type it was thrown as") {
    CHECK_THROWS_AS(in_virtual_time(passes_on(10)), std::logic_error);
}

TEST_CASE("a caught error leaves the coroutine able to await") {
    CHECK(in_virtual_time(catches_and_goes_on()) == "inner at the end");
}

TEST_CASE("assigning to a coroutine drops the one it held") {
    int calls = 0;
    Recorder recorder;
    CHECK(in_virtual_time(overwrites(calls), &recorder) == 1);
    CHECK(recorder.count(aio::EventKind::never_awaited) == 1);
}

TEST_CASE("a coroutine's parameters die when it has been awaited, not later") {
    Lives lives;
    CHECK(in_virtual_time(parameter_dies_at_the_end(lives)));
}

TEST_CASE("parameters, locals and results are destroyed exactly once") {
    Lives lives;
    SUBCASE("of coroutines that return or throw") { in_virtual_time(probe_awaits(lives)); }
    SUBCASE("of a coroutine's result") { in_virtual_time(takes(lives)); }
    SUBCASE("of the coroutine given to run()") { in_virtual_time(holds(Probe(lives))); }
    SUBCASE("of the result that run() gives") { (void)in_virtual_time(gives(lives)); }
    CHECK(lives.balanced());
}

TEST_CASE("a coroutine dropped without an await frees its parameters") {
    Lives lives;
    Recorder recorder;
    in_virtual_time(drops(lives), &recorder);
    CHECK(lives.balanced());
    CHECK(recorder.first(aio::EventKind::never_awaited).detail == "holds");
}
