#pragma once

// Words that take an awaitable, tried with every awaitable, given by name, by a const name, and as a
// temporary: it is taken and does its work, or does not compile.

#include "tests/runtime/awaitables.hpp"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace support {

/// What a word takes: coroutines only, whatever can be awaited as it is, or copies of const handles, too.
enum class Takes { coroutines, awaitables, copies_too };

template <class Word, class A>
concept Compiles = requires(Word word, A&& awaitable) { word.take(std::forward<A>(awaitable)); };

constexpr bool is_taken(Takes takes, Kind kind, bool is_const) {
    if (takes == Takes::coroutines) return kind == Kind::coroutine && !is_const;
    if (takes == Takes::awaitables) return kind == Kind::task || !is_const;
    return kind == Kind::task || kind == Kind::gather || !is_const;
}

inline aio::Coroutine<bool> is_gone(aio::Coroutine<int>& named) {
    bool gone = false;
    try {
        co_await named;
    } catch (const aio::RuntimeError&) {
        gone = true;
    }
    co_return gone;
}

/// Gives the word what `maker` makes, as an `A`. Whether it did its work, and the name is afterwards what it
/// should be.
template <class Word, class OneMaker, class A>
aio::Coroutine<bool> works() {
    OneMaker maker;
    co_await maker.set_up();
    std::remove_reference_t<A> named = maker.make();
    bool did = false;
    {
        Word word;
        decltype(auto) taken = word.take(static_cast<A&&>(named));
        if constexpr (std::is_void_v<aio::detail::AwaitResult<std::remove_reference_t<decltype(taken)>>>) {
            co_await taken;
            did = maker.took();
        } else {
            [[maybe_unused]] const auto value = co_await taken;
            did = maker.took();
        }
    }
    if constexpr (OneMaker::kind == Kind::task && std::is_lvalue_reference_v<A>)
        did = did && named.done() && named.error() == nullptr;
    if constexpr (OneMaker::kind == Kind::gather && std::is_lvalue_reference_v<A>)
        co_await aio::timeout(0s, named);  // a handle still
    if constexpr (OneMaker::kind == Kind::coroutine) {
        const bool gone = co_await is_gone(named);
        did = did && gone;
    }
    co_return did;
}

inline void check_works(aio::Coroutine<bool> combination, const char* what) {
    CAPTURE(what);
    CHECK(in_virtual_time(std::move(combination)));
}

template <class Word, class OneMaker, class A>
void check_passed() {
    constexpr bool expected =
        is_taken(Word::takes, OneMaker::kind, std::is_const_v<std::remove_reference_t<A>>);
    static_assert(Compiles<Word, A> == expected);
    if constexpr (expected) check_works(works<Word, OneMaker, A>(), __PRETTY_FUNCTION__);
}

template <class Word, class OneMaker>
void check_ways() {
    using Made = decltype(std::declval<OneMaker&>().make());
    check_passed<Word, OneMaker, Made&>();
    check_passed<Word, OneMaker, const Made&>();
    check_passed<Word, OneMaker, Made>();
}

template <class Word, class... OneMaker>
void check_word(std::tuple<OneMaker...>*) {
    (check_ways<Word, OneMaker>(), ...);
}

template <class... Word>
void check_words() {
    (check_word<Word>(static_cast<Awaitables*>(nullptr)), ...);
}

}  // namespace support
