#pragma once

#include "grader/exercise/read_exercise.hpp"
#include "tests/grader/failures.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

/// An exercise.json as an instructor would write it, whose lines a test can change.
namespace written_exercise {

inline const std::string header =
    "aio::Coroutine<int> fetch(int count, aio::Duration delay, std::string name, std::vector<aio::Duration> "
    "lengths,\n"
    "                          std::vector<std::string> names, aio::Semaphore& slots);\n"
    "aio::Coroutine<> toast();\n";

inline const std::string functions = R"json(  "functions": {
    "fetch": {"parameters": {"count": [2, 9], "delay": ["0.5s", "2s"], "name": "text", "lengths": {"list": [0, 3], "of": ["1s", "3s"]},
      "names": {"list": [0, 3], "of": "text"}, "slots": {"semaphore": [1, 3]}}, "lasts": "delay"},
    "toast": {"lasts": "2s"}
  },
  "scenarios": [
    {"id": "as written", "calls": [{"call": "fetch", "with": {"count": 3, "delay": "2s", "name": "Oslo", "lengths": ["1s", "1s"], "names": ["A", "B"], "slots": {"slots": 1}}}]}
  ],)json";

/// One with this criterion, in line 13.
inline std::string with_criterion(const std::string& criterion) {
    return "{\n  // a comment\n  \"title\": {\"en\": \"The parcel\", \"fr\": \"Le colis\"},\n" + functions +
           "\n  \"criteria\": [\n    " + criterion + "\n  ]\n}\n";
}

/// One whose criterion expects this, in line 14, of calls of fetch(). `more`: other words of the criterion,
/// such as "when".
inline std::string expecting(const std::string& expected, const std::string& more = "") {
    return with_criterion(
        R"({"id": "one", "points": 4, "of": "fetch", "title": {"en": "It waits", "fr": "Elle attend"},)" +
        more + R"(
     "hint": {"en": "Wait.", "fr": "Attendez."}, "expect": )" +
        expected + "}");
}

/// The same, in words of its own, so that any formula may be asked.
inline std::string expecting_in_words(const std::string& expected, const std::string& more = "") {
    return expecting(expected, R"("expected": {"en": "right", "fr": "juste"},)" + more);
}

/// Such a text as the grader reads it.
inline grader::Expected<grader::Exercise> reading_of(const std::string& json,
                                                     const std::string& its_header = header) {
    return grader::read_exercise("parcel", json, its_header);
}

/// The exercise of a text in which nothing is wrong.
inline grader::Exercise read(const std::string& json, const std::string& its_header = header) {
    auto result = reading_of(json, its_header);
    REQUIRE_MESSAGE(result, failures::sentence(result));
    return *std::move(result);
}

}  // namespace written_exercise
