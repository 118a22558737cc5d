#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

// Which shapes of code a compiler can be trusted with. Each probe counts the lives of an object, or says how
// far it got. clang 16 and 19 get every shape right; g++ 12.2 does not, at -O0:
//
//   shape                                   g++ 12.2                          write instead
//   aggregate temporary in a co_await       its members are destroyed twice   name it first
//   lambda temporary in a co_await, which   what it holds is destroyed twice  name it first
//   holds more than references
//   ?: of class temporaries in a co_await   one is destroyed twice            name the value first
//   if, while, switch (co_await …)          crashes where the body has no     name the result first
//                                           locals
//   operator co_await gives a reference     awaits a copy of the awaiter      return it by value
//   braced list in a co_await               does not compile                  name the list first
//
// The project's own code uses only the shapes under `every compiler` below.

namespace {

using namespace support;

const std::string long_text = "a text too long to be kept inside the string itself";

struct Aggregate {
    std::string text;
    Probe probe;
};

struct WithConstructor {
    WithConstructor(std::string its_text, Probe its_probe)
        : text(std::move(its_text)), probe(std::move(its_probe)) {}
    std::string text;
    Probe probe;
};

aio::Coroutine<> takes_probe(Probe) { co_await aio::sleep(1s); }
aio::Coroutine<> takes_class(WithConstructor) { co_await aio::sleep(1s); }
aio::Coroutine<> takes_aggregate(Aggregate) { co_await aio::sleep(1s); }
aio::Coroutine<std::string> text_later() {
    co_await aio::sleep(1s);
    co_return long_text;
}
aio::Coroutine<Probe> probe_later(Lives& lives) {
    co_await aio::sleep(1s);
    co_return Probe(lives);
}
aio::Coroutine<bool> yes_later() {
    co_await aio::sleep(1s);
    co_return true;
}
aio::Coroutine<std::vector<std::string>> list_later() { co_return {long_text, long_text}; }

// Every compiler

aio::Coroutine<> class_temporary(Lives& lives) {
    co_await takes_class(WithConstructor(long_text, Probe(lives)));
}

aio::Coroutine<> named_aggregate(Lives& lives) {
    Aggregate named{long_text, Probe(lives)};
    co_await takes_aggregate(std::move(named));
}

aio::Coroutine<> coroutine_named_first(Lives& lives) {
    auto coroutine = takes_aggregate(Aggregate{long_text, Probe(lives)});
    co_await coroutine;
}

aio::Coroutine<Aggregate> gives_aggregate(Lives& lives) { co_return Aggregate{long_text, Probe(lives)}; }

aio::Coroutine<> aggregate_result(Lives& lives) {
    const Aggregate got = co_await gives_aggregate(lives);
    CHECK(got.text == long_text);
}

aio::Coroutine<> aggregate_task(Lives& lives) {
    const auto task = aio::create_task(takes_aggregate(Aggregate{long_text, Probe(lives)}));
    co_await task;
}

aio::Coroutine<> two_awaits_as_arguments(Lives& lives) {
    const WithConstructor both(co_await text_later(), co_await probe_later(lives));
    CHECK(both.text == long_text);
}

aio::Coroutine<> bound_results(Lives& lives) {
    const auto [text, probe] = co_await aio::gather(text_later(), probe_later(lives));
    CHECK(text == long_text);
}

aio::Coroutine<> awaits_in_a_range_for(Lives& lives) {
    std::vector<Probe> probes;
    for (int i = 0; i < 3; ++i) probes.emplace_back(lives);
    for (const Probe& probe : probes) co_await takes_probe(probe);
}

aio::Coroutine<> awaits_after_a_catch(Lives& lives) {
    const Probe probe(lives);
    try {
        co_await takes_probe(probe);
        throw 1;
    } catch (int) {
    }
    co_await takes_probe(probe);
}

aio::Coroutine<> lambda_without_captures(Lives& lives) {
    const auto step = [](Probe) -> aio::Coroutine<> { co_await aio::sleep(1s); };
    co_await step(Probe(lives));
}

template <class Holds>
aio::Coroutine<> calls(Holds holds) {
    co_await aio::sleep(1s);
    holds();
}

aio::Coroutine<> named_lambda(Lives& lives) {
    const auto lambda = [probe = Probe(lives)] {};
    co_await calls(lambda);
}

aio::Coroutine<bool> condition_named_first() {
    bool reached = false;
    const bool yes = co_await yes_later();
    if (yes) reached = true;
    co_return reached;
}

aio::Coroutine<bool> awaits_around_and_or() {
    const bool both = co_await yes_later() && co_await yes_later();
    const bool either = !both || co_await yes_later();
    co_return both&& either;
}

aio::Coroutine<std::size_t> braced_result() {
    const std::vector<std::string> texts = co_await list_later();
    co_return texts.size();
}

Lives lives_of(aio::Coroutine<> (*shape)(Lives&)) {
    Lives lives;
    in_virtual_time(shape(lives));
    return lives;
}

// clang only

#ifdef __clang__

aio::Coroutine<std::size_t> length_of(std::string text) {
    co_await aio::sleep(1s);
    co_return text.size();
}

aio::Coroutine<> aggregate_temporary(Lives& lives) {
    co_await takes_aggregate(Aggregate{long_text, Probe(lives)});
}

aio::Coroutine<> lambda_temporary(Lives& lives) {
    co_await calls([probe = Probe(lives)] {});
}

aio::Coroutine<> chosen_temporary(Lives& lives) {
    co_await takes_probe(lives.born % 2 == 0 ? Probe(lives) : Probe(lives));
}

aio::Coroutine<> chosen_await(Lives& lives) {
    const Probe probe = lives.born == 0 ? co_await probe_later(lives) : Probe(lives);
}

aio::Coroutine<std::size_t> chosen_text(bool yes) {
    const std::size_t length = co_await length_of(yes ? long_text + "1" : long_text + "23");
    co_return length;
}

aio::Coroutine<> awaits_in_conditions(int& reached) {
    if (co_await yes_later()) ++reached;
    while (!co_await yes_later()) {
    }
    switch (co_await length_of("four")) {
        case 4:
            ++reached;
            break;
        default:
            break;
    }
}

struct GivesReference {
    aio::Sleep nap{1s};
    aio::Sleep& operator co_await() { return nap; }
};

aio::Coroutine<aio::Duration> awaiter_by_reference() {
    GivesReference awaitable;
    co_await awaitable;
    co_return aio::now();
}

aio::Coroutine<> takes_list(std::vector<Probe>) { co_await aio::sleep(1s); }

aio::Coroutine<> braced_list(Lives& lives) {
    co_await takes_list(std::vector<Probe>{Probe(lives), Probe(lives)});
}

#endif

}  // namespace

TEST_CASE("the shapes this project keeps to destroy every object once, on every compiler") {
    CHECK(lives_of(class_temporary).balanced());
    CHECK(lives_of(named_aggregate).balanced());
    CHECK(lives_of(coroutine_named_first).balanced());
    CHECK(lives_of(aggregate_result).balanced());
    CHECK(lives_of(aggregate_task).balanced());
    CHECK(lives_of(two_awaits_as_arguments).balanced());
    CHECK(lives_of(bound_results).balanced());
    CHECK(lives_of(awaits_in_a_range_for).balanced());
    CHECK(lives_of(awaits_after_a_catch).balanced());
    CHECK(lives_of(lambda_without_captures).balanced());
    CHECK(lives_of(named_lambda).balanced());
}

TEST_CASE("the shapes this project keeps to run to their end, on every compiler") {
    CHECK(in_virtual_time(condition_named_first()));
    CHECK(in_virtual_time(awaits_around_and_or()));
    CHECK(in_virtual_time(braced_result()) == 2);
}

#ifdef __clang__

TEST_CASE("clang gets right what g++ 12 does not: temporaries in a co_await expression") {
    CHECK(lives_of(aggregate_temporary).balanced());
    CHECK(lives_of(lambda_temporary).balanced());
    CHECK(lives_of(chosen_temporary).balanced());
    CHECK(lives_of(chosen_await).balanced());
    CHECK(lives_of(braced_list).balanced());
    CHECK(in_virtual_time(chosen_text(true)) == long_text.size() + 1);
    CHECK(in_virtual_time(chosen_text(false)) == long_text.size() + 2);
}

TEST_CASE("clang gets right what g++ 12 does not: co_await in a condition") {
    int reached = 0;
    in_virtual_time(awaits_in_conditions(reached));
    CHECK(reached == 2);
}

TEST_CASE("clang gets right what g++ 12 does not: an awaiter given by reference") {
    CHECK(in_virtual_time(awaiter_by_reference()) == 1s);
}

#endif
