#include "grader/exercise/formula.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace grader;

namespace {

const Values values{{"pages", "10"},
                    {"delay", "1500000000ns"},
                    {"late", "false"},
                    {"name", "Oslo"},
                    {"number_name", "12"},
                    {"delays", "3"},
                    {"delays.0", "1000000000ns"},
                    {"delays.1", "4000000000ns"},
                    {"delays.2", "2000000000ns"},
                    {"servers", "2"},
                    {"servers.0.name", "12"},
                    {"servers.0.delay", "1000000000ns"},
                    {"servers.1.name", "New York"},
                    {"servers.1.delay", "3000000000ns"},
                    {"none", "0"},
                    {"none.", "[time]"},
                    {"nobody", "0"},
                    {"nobody.name", "[text]"},
                    {"nobody.delay", "[time]"}};

std::string in_brackets(const Quantity& list) {
    std::string all = "[";
    for (std::size_t i = 0; i < list.size(); ++i) {
        Quantity one{list.kind, false, {}, {}};
        if (list.kind == Quantity::Kind::text) {
            one.texts = {list.texts[i]};
        } else {
            one.values = {list.values[i]};
        }
        all += (i == 0 ? "" : ", ") + written(one);
    }
    return all + "]";
}

/// What a formula comes to, "2000ns" or "3" or "[1, 2]"; or what is wrong with it.
std::string worth(const std::string& formula) {
    const auto evaluated = evaluate(formula, values);
    const auto* quantity = std::get_if<Quantity>(&evaluated);
    if (quantity == nullptr) return std::get<Text>(evaluated).in(Language::english);
    return quantity->is_list ? in_brackets(*quantity) : written(*quantity);
}

}  // namespace

TEST_CASE("a formula has numbers, times and the values of its call") {
    CHECK(worth("3") == "3");
    CHECK(worth("2s") == "2000000000ns");
    CHECK(worth("1.5s") == "1500000000ns");
    CHECK(worth("250ms") == "250000000ns");
    CHECK(worth("7us") == "7000ns");
    CHECK(worth("7ns") == "7ns");
    CHECK(worth(" delay ") == "1500000000ns");
    CHECK(worth("2 * delay + 1s - 500ms") == "3500000000ns");
    CHECK(worth("ceil(pages, 3) * 1s") == "4000000000ns");
    CHECK(worth("pages / 3") == "3");
    CHECK(worth("delay / 3") == "500000000ns");
    CHECK(worth("delay / 500ms") == "3");
    CHECK(worth("max(delay, 1s) + min(2s, delay)") == "3000000000ns");
    CHECK(worth("2 * (pages - 1)") == "18");
    CHECK(worth("-3 + pages") == "7");
    CHECK(worth("2 * -delay") == "-3000000000ns");
    CHECK(worth("-delays") == "[-1000000000ns, -4000000000ns, -2000000000ns]");
}

TEST_CASE("a formula compares, and joins truths") {
    CHECK(worth("pages < 11") == "true");
    CHECK(worth("pages <= 9") == "false");
    CHECK(worth("delay > 1499999999ns") == "true");
    CHECK(worth("delay >= 1.5s") == "true");
    CHECK(worth("pages == 10 and not late") == "true");
    CHECK(worth("pages != 10 or late") == "false");
    CHECK(worth("not pages == 10") == "false");
    CHECK(worth("not (late or pages > 100)") == "true");
    CHECK(worth("true and false") == "false");
    CHECK(worth("late == false") == "true");
}

TEST_CASE("a formula compares texts, also those that look like numbers") {
    CHECK(worth("name") == "Oslo");
    CHECK(worth("name == 'Oslo'") == "true");
    CHECK(worth("name != 'New York'") == "true");
    CHECK(worth("number_name == 'Oslo'") == "false");
    CHECK(worth("number_name == '12'") == "true");
    CHECK(worth("servers.name == 'New York'") == "[false, true]");
}

TEST_CASE("what is done with a list is done with each of its elements") {
    CHECK(worth("delays") == "[1000000000ns, 4000000000ns, 2000000000ns]");
    CHECK(worth("servers.delay") == "[1000000000ns, 3000000000ns]");
    CHECK(worth("servers.name") == "[12, New York]");
    CHECK(worth("servers") == "[0, 1]");
    CHECK(worth("2 * delays") == "[2000000000ns, 8000000000ns, 4000000000ns]");
    CHECK(worth("delays > 1s") == "[false, true, true]");
    CHECK(worth("not (delays > 1s)") == "[true, false, false]");
    CHECK(worth("delays - delays") == "[0ns, 0ns, 0ns]");
    CHECK(worth("delays + servers.delay") == "two lists that are not of the same length");
}

TEST_CASE("min, max, sum, count, size, any and all look at the whole list") {
    CHECK(worth("min(delays)") == "1000000000ns");
    CHECK(worth("max(delays)") == "4000000000ns");
    CHECK(worth("max(delays, 9s)") == "9000000000ns");
    CHECK(worth("sum(servers.delay)") == "4000000000ns");
    CHECK(worth("size(delays)") == "3");
    CHECK(worth("size(servers)") == "2");
    CHECK(worth("size(servers.name)") == "2");
    CHECK(worth("count(delays > 1s)") == "2");
    CHECK(worth("count(servers.name == '12')") == "1");
    CHECK(worth("any(delays > 3s)") == "true");
    CHECK(worth("all(delays > 3s)") == "false");
    CHECK(worth("max(delays) < 5s and size(delays) > 1") == "true");
}

TEST_CASE("an empty list has a kind: its maximum is a time, its size is 0") {
    CHECK(worth("none") == "[]");
    CHECK(worth("max(none) + 1s") == "1000000000ns");
    CHECK(worth("min(nobody.delay) / 2") == "0ns");
    CHECK(worth("sum(nobody.delay) > 0s") == "false");
    CHECK(worth("size(nobody)") == "0");
    CHECK(worth("size(none)") == "0");
    CHECK(worth("count(nobody.delay > 2s)") == "0");
    CHECK(worth("any(none > 1s)") == "false");
    CHECK(worth("all(none > 1s)") == "true");
    CHECK(worth("count(nobody.name == 'A')") == "0");
    CHECK(worth("nobody.age") == "there is no value of the name nobody.age");
}

TEST_CASE("what is wrong with a formula is told in one sentence") {
    const std::string literal = "a number is whole, and a time ends with s, ms, us or ns";
    CHECK(worth("dealy") == "there is no value of the name dealy");
    CHECK(worth("servers.age") == "there is no value of the name servers.age");
    CHECK(worth("delay + 1") == "a time and a number do not go together: write 2s, not 2");
    CHECK(worth("delay < 1") == "a time and a number do not go together: write 2s, not 2");
    CHECK(worth("max(delay, 3)") == "a time and a number do not go together: write 2s, not 2");
    CHECK(worth("delay * 2s") == "a time cannot be multiplied by a time");
    CHECK(worth("1.5") == literal);
    CHECK(worth("1.5ns") == literal);
    CHECK(worth("2h") == literal);
    CHECK(worth("") == "a number, a time such as 1.5s, or a name is missing");
    CHECK(worth("2s)") == "\")\" was not expected");
    CHECK(worth("1 < 2 < 3") == "\"< 3\" was not expected");
    CHECK(worth("(2s") == ") is missing");
    CHECK(worth("'Oslo") == "' is missing");
    CHECK(worth("1 / 0") == "the divisor must be greater than zero, and the dividend not negative");
    CHECK(worth("1 / 2s") == "a time cannot divide a number");
    CHECK(worth("ceil(1)") == "ceil takes two: ceil(a, b)");
    CHECK(worth("name + 'x'") == "you can calculate only with numbers and times");
    CHECK(worth("late * 2") == "you can calculate only with numbers and times");
    CHECK(worth("max(servers.name)") == "you can calculate only with numbers and times");
    const std::string truth = "and, or, not, count, any and all need conditions, such as size(list) > 2";
    CHECK(worth("pages and late") == truth);
    CHECK(worth("count(delays)") == truth);
    CHECK(worth("any(1, 2)") == truth);
    CHECK(worth("99999999999999999999") == "that is too large");
    CHECK(worth("pages * 1000000000 * 1000000000") == "that is too large");
    CHECK(worth("sum(1000000000s, 1000000000s)") == "that is too large");
    CHECK(worth(std::string(10'000, '(')) == "too many brackets");
    CHECK(worth(std::string(10'000, '-') + '1') == "too many brackets");
    CHECK(worth("-name") == "you can calculate only with numbers and times");
    std::string nots;
    for (int i = 0; i < 10'000; ++i) nots += "not ";
    CHECK(worth(nots + "true") == "too many brackets");
}

TEST_CASE("what was written of a quantity is read as it was") {
    for (const Quantity& one : {Quantity::number(-3), Quantity::number(0), Quantity::time(1),
                                Quantity::time(-7), Quantity::truth(true), Quantity::truth(false)}) {
        CHECK(read_quantity(written(one)) == one);
    }
    for (const char* text : {"", "Oslo", "-", "ns", "3 ns", "99999999999999999999", "True"}) {
        CHECK(read_quantity(text).kind == Quantity::Kind::text);
        CHECK(written(read_quantity(text)) == text);
    }
}
