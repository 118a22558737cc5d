#pragma once

#include <string>

/// A rubric.json as an instructor would write it, whose lines a test can change.
namespace written_rubric {

inline const std::string header = "aio::Coroutine<int> fetch(int number, aio::Duration delay);\n";

inline const std::string three_scenarios = R"json(  "scenarios": [
    {"id": "as written", "calls": ["fetch(3, 2s)"]},
    {"id": "drawn", "with": {"count": [2, 9], "delay": ["0.5s", "2s"]}, "calls": ["fetch(count, delay)"]},
    {"id": "cancelled", "calls": ["fetch(3, 2s)"], "cancel_at": "1s"}
  ],)json";

/// One with this criterion, whose scenarios are those above.
inline std::string with_criterion(const std::string& criterion) {
    return "{\n  // a comment\n  \"title\": {\"en\": \"The parcel\", \"fr\": \"Le colis\"},\n" +
           three_scenarios + "\n  \"criteria\": [\n    " + criterion + "\n  ]\n}\n";
}

/// One whose criterion expects this, in this scenario.
inline std::string expecting(const std::string& expected, const std::string& in = "as written") {
    return with_criterion(R"({"id": "one", "points": 4, "in": [")" + in +
                          R"("], "title": {"en": "It waits", "fr": "Elle attend"},
     "hint": {"en": "Wait.", "fr": "Attendez."}, "expect": )" +
                          expected + "}");
}

}  // namespace written_rubric
