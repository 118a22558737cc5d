#pragma once

#include "tests/grader/french.hpp"
#include "tests/grader/written_exercise.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

/// What is said of an exercise.json in which something is wrong.
namespace refusals {

/// It is refused in these words, in one line, and in other words in French.
inline void check_refused(const std::string& json, const std::string& words) {
    CAPTURE(words);
    const auto result = written_exercise::reading_of(json);
    REQUIRE_FALSE(result);
    const grader::Text& complaint = result.failure().what;
    const std::string english = complaint.in(grader::Language::english);
    CHECK(english == "exercise.json:" + words);
    CHECK(english.find('\n') == std::string::npos);
    CHECK(complaint.in(french()) != english);
}

inline std::string replaced(std::string text, const std::string& old, const std::string& by) {
    const std::size_t at = text.find(old);
    REQUIRE_MESSAGE(at != std::string::npos, old);
    return text.replace(at, old.size(), by);
}

inline const std::string good = written_exercise::expecting(R"({"measure": "finish_time", "exactly": "2s"})");

}  // namespace refusals
