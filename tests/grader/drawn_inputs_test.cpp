#include "grader/exercise/shown_calls.hpp"
#include "tests/grader/domains.hpp"
#include "tests/grader/french.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace grader;
using domains::all_kinds;
using domains::of;

namespace {

std::vector<Input> drawn(const std::string& json, int count, std::uint64_t seed = 1) {
    const Domain domain = of(json);
    Draw draw(seed);
    std::vector<Input> all;
    for (int i = 0; i < count; ++i) all.push_back(draw_value(domain, draw));
    return all;
}

bool has_value(const std::vector<Input>& inputs, std::int64_t value) {
    return std::ranges::find(inputs, value, &Input::value) != inputs.end();
}

bool has_text(const std::vector<Input>& inputs, const std::string& text) {
    return std::ranges::find(inputs, text, &Input::text) != inputs.end();
}

bool has_size(const std::vector<Input>& inputs, std::size_t size) {
    return std::ranges::any_of(inputs, [size](const Input& one) { return one.items.size() == size; });
}

/// Whether it is UTF-8, as far as whole characters go.
bool is_whole_text(const std::string& text) {
    return nlohmann::json(text)
               .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
               .find("\xef\xbf\xbd") == std::string::npos;
}

}  // namespace

TEST_CASE("what is drawn lies within its domain, whatever the seed") {
    for (const std::string& json : all_kinds) {
        CAPTURE(json);
        const Domain domain = of(json);
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            for (const Input& one : drawn(json, 3, seed)) CHECK(domains::allows(domain, one));
        }
    }
}

TEST_CASE("the same seed draws the same, another seed something else") {
    for (const std::string& json : all_kinds) CHECK(drawn(json, 20, 7) == drawn(json, 20, 7));
    CHECK(drawn(domains::servers, 20, 7) != drawn(domains::servers, 20, 8));
}

TEST_CASE("edges come up soon: the smallest, the one after it, the largest") {
    const std::vector<Input> numbers = drawn("[0, 1000000]", 60);
    for (const int edge : {0, 1, 1'000'000}) CHECK(has_value(numbers, edge));
    const std::vector<Input> times = drawn(R"(["1ns", "9s"])", 60);
    CHECK(has_value(times, 1));
    CHECK(has_value(times, 9'000'000'000));
    CHECK(std::ranges::any_of(times,
                              [](const Input& one) { return one.value % 1000 != 0; }));  // to the nanosecond
    const std::vector<Input> lists = drawn(R"({"list": [0, 24], "of": [1, 2]})", 60);
    for (const std::size_t edge : {0U, 1U, 24U}) CHECK(has_size(lists, edge));
    const std::vector<Input> truths = drawn(R"("truth")", 20);
    CHECK(has_value(truths, 0));
    CHECK(has_value(truths, 1));
    const std::vector<Input> some = drawn(R"({"one_of": ["1s", "5s", "7s"]})", 30);
    for (const std::int64_t one : {1, 5, 7}) CHECK(has_value(some, one * 1'000'000'000));
}

TEST_CASE("nasty texts come up: blanks, quotes, per cent signs, other scripts, none at all, very long ones") {
    const std::vector<Input> texts = drawn(R"("text")", 60);
    for (const char* nasty :
         {"", "New York", " blanks at both ends ", "O'Higgins \"the second\"", "%s%d%n {} {0}", "東京", "12"})
        CHECK_MESSAGE(has_text(texts, nasty), std::string(nasty));
    CHECK(std::ranges::any_of(texts, [](const Input& one) { return one.text.size() > 255; }));
}

TEST_CASE(
    "in a list some texts are the beginning of others, some elements come twice, and none is half a "
    "character") {
    int beginnings = 0;
    int twice = 0;
    for (const Input& list : drawn(R"({"list": [2, 12], "of": "text"})", 100)) {
        std::set<std::string> seen;
        for (const Input& one : list.items) {
            CHECK(is_whole_text(one.text));
            twice += seen.insert(one.text).second ? 0 : 1;
            for (const Input& other : list.items)
                beginnings += other.text.size() > one.text.size() && !one.text.empty() &&
                                      other.text.starts_with(one.text)
                                  ? 1
                                  : 0;
        }
    }
    CHECK(beginnings > 10);
    CHECK(twice > 3);
}

TEST_CASE("a semaphore comes with none of its slots free, with some, and with all") {
    int none = 0;
    int some = 0;
    int all = 0;
    for (const Input& one : drawn(R"({"semaphore": [1, 3], "held_for": ["0s", "1s"]})", 100)) {
        const std::int64_t held = one.fields.front().second.value;
        none += held == one.value ? 1 : 0;
        all += held == 0 ? 1 : 0;
        some += held > 0 && held < one.value ? 1 : 0;
    }
    CHECK(none > 0);
    CHECK(some > 0);
    CHECK(all > 0);
}

TEST_CASE("deal: none comes again before all have come") {
    Draw draw(3);
    for (int round = 0; round < 3; ++round) {
        std::set<std::size_t> dealt;
        for (int i = 0; i < 5; ++i) dealt.insert(draw.deal(&draw, 5));
        CHECK(dealt.size() == 5);
    }
}

TEST_CASE("inputs become values, and are the same when they are read back") {
    std::vector<std::pair<std::string, Domain>> parameters;
    for (const std::string& json : all_kinds)
        parameters.emplace_back("p" + std::to_string(parameters.size()), of(json));
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Draw draw(seed);
        Inputs inputs;
        for (const auto& [name, domain] : parameters) inputs.emplace_back(name, draw_value(domain, draw));
        const Inputs back = inputs_from(values_of(inputs, parameters), parameters);
        REQUIRE(back.size() == inputs.size());
        for (std::size_t i = 0; i < inputs.size(); ++i) CHECK_MESSAGE(back[i] == inputs[i], all_kinds[i]);
    }
}

TEST_CASE("values are written as a script sends them") {
    const std::vector<std::pair<std::string, Domain>> parameters{
        {"servers", of(domains::servers)},
        {"delays", of(R"({"list": [0, 3], "of": ["1s", "3s"]})")},
        {"slots", of(R"({"semaphore": [1, 3], "held_for": ["0s", "1s"]})")},
        {"open", of(R"("truth")")}};
    const Input server{Input::Kind::record,
                       0,
                       "",
                       {},
                       {{"name", {Input::Kind::text, 0, "A"}}, {"delay", {Input::Kind::time, 7}}}};
    const Input slots{Input::Kind::semaphore,
                      3,
                      "",
                      {},
                      {{"held", {Input::Kind::number, 2}}, {"held_for", {Input::Kind::time, 9}}}};
    const Input none{Input::Kind::list};
    CHECK(values_of({{"servers", {Input::Kind::list, 0, "", {server}}},
                     {"delays", none},
                     {"slots", slots},
                     {"open", {Input::Kind::truth, 1}}},
                    parameters) == Values{{"servers", "1"},
                                          {"servers.0.name", "A"},
                                          {"servers.0.delay", "7ns"},
                                          {"delays", "0"},
                                          {"delays.", "[time]"},
                                          {"slots", "3"},
                                          {"slots_held", "2"},
                                          {"slots_held_for", "9ns"},
                                          {"open", "true"}});
    CHECK(values_of({{"servers", none}}, parameters) ==
          Values{{"servers", "0"}, {"servers.name", "[text]"}, {"servers.delay", "[time]"}});
}

TEST_CASE("inputs are shown as people read them, and as JSON with their units") {
    const Input blanks{Input::Kind::text, 0, " a\tb "};
    const Input longest{Input::Kind::text, 0, std::string(31, 'x') + "éé"};
    CHECK(in_words(blanks).in(Language::english) == "\" a b \"");
    CHECK(in_words(Input{Input::Kind::text}).in(Language::english) == "\"\"");
    CHECK(in_words(longest).in(Language::english) == "\"" + std::string(31, 'x') + "…\"");
    const std::vector<Input> eight(8, Input{Input::Kind::time, 1'700'000'000});
    CHECK(in_words(Input{Input::Kind::list, 0, "", eight}).in(french()) ==
          "1,7 s, 1,7 s, 1,7 s, 1,7 s, 1,7 s, 1,7 s et 2 autres");
    const auto json_of = [](const Inputs& inputs) { return as_json({PlannedCall{nullptr, inputs}}); };
    CHECK(json_of({{"budget", {Input::Kind::time, 1'500'000}},
                   {"n", {Input::Kind::number, 3}},
                   {"open", {Input::Kind::truth, 1}}}) == R"({"budget_us":1500,"n":3,"open":true})");
    CHECK(json_of({{"delay", {Input::Kind::time, 1}}}) == R"({"delay_us":0.001})");
}
