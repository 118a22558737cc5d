#include "grader/exercise/read_exercise.hpp"
#include "tests/grader/failures.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace grader;

namespace {

/// What is said of an exercise whose only expectation is this; nothing where it is right.
std::string complaint_about(const std::string& expectation) {
    const std::string json = R"({"title": {"en": "t", "fr": "t"},
        "functions": {"twice": {"parameters": {"items": {"list": [0, 4], "of": [0, 9]}, "much": [1, 3]}}},
        "criteria": [{"id": "c", "points": 1, "of": "twice", "title": {"en": "t", "fr": "t"},
                      "expect": {"measure": "gives", )" +
                             expectation +
                             R"(}, "expected": {"en": "e", "fr": "e"}, "hint": {"en": "h", "fr": "h"}}]})";
    return failures::sentence(
        read_exercise("twice", json, "aio::Coroutine<> twice(std::vector<int> items, int much);"));
}

bool says(const std::string& complaint, const std::string& what) {
    return complaint.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("gives: each_equals and each_contains take any formula that is a list, and nothing else") {
    CHECK(complaint_about(R"("each_equals": "items")") == "");
    CHECK(complaint_about(R"("each_equals": "items * 10 + much")") == "");
    CHECK(complaint_about(R"("each_contains": "items + 1")") == "");
    CHECK(says(complaint_about(R"("each_equals": "much")"),
               "\"much\": a list belongs here, such as servers.name"));
}

TEST_CASE("gives: equals takes one value") {
    CHECK(complaint_about(R"("equals": "sum(items) + much")") == "");
    CHECK(says(complaint_about(R"("equals": "items")"), "\"items\": one value belongs here, and not a list"));
}
