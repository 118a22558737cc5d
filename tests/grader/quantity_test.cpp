#include "grader/rubric/quantity.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace grader;

namespace {

const Values values{{"pages", "10"}, {"delay", "1500000000ns"}};

/// What a formula comes to, "2000ns" or "3".
std::string worth(const std::string& formula) {
    const auto evaluated = evaluate(formula, values);
    const auto* quantity = std::get_if<Quantity>(&evaluated);
    return quantity != nullptr ? written(*quantity) : std::get<Text>(evaluated).in(Language::english);
}

}  // namespace

TEST_CASE("a formula has numbers, times and the values of its call") {
    CHECK(worth("3") == "3");
    CHECK(worth("2s") == "2000000000ns");
    CHECK(worth("1.5s") == "1500000000ns");
    CHECK(worth("250ms") == "250000000ns");
    CHECK(worth("7us") == "7000ns");
    CHECK(worth(" delay ") == "1500000000ns");
    CHECK(worth("2 * delay + 1s - 500ms") == "3500000000ns");
    CHECK(worth("ceil(pages, 3) * 1s") == "4000000000ns");
    CHECK(worth("pages / 3") == "3");
    CHECK(worth("delay / 3") == "500000000ns");
    CHECK(worth("delay / 500ms") == "3");
    CHECK(worth("max(delay, 1s) + min(2s, delay)") == "3000000000ns");
    CHECK(worth("2 * (pages - 1)") == "18");
}

TEST_CASE("what is wrong with a formula is told in one sentence") {
    CHECK(worth("dealy") == "there is no value of the name dealy");
    CHECK(worth("delay + 1") == "a time and a number do not go together: write 2s, not 2");
    CHECK(worth("delay * 2s") == "a time times a time is no time");
    CHECK(worth("1.5") == "a number is whole, and a time ends with s, ms or us");
    CHECK(worth("2h") == "a number is whole, and a time ends with s, ms or us");
    CHECK(worth("") == "a number, a time such as 1.5s, or a name is missing");
    CHECK(worth("2s)") == "\")\" was not expected");
    CHECK(worth("(2s") == ") is missing");
    CHECK(worth("1 / 0") == "only something positive can divide");
    CHECK(worth("max(1)") == ", is missing");
    CHECK(worth("99999999999999999999") == "that is too large");
    CHECK(worth("pages * 1000000000 * 1000000000") == "that is too large");
    CHECK(worth(std::string(10'000, '(')) == "too many brackets");
}
