#pragma once

#include "grader/exercise/criterion.hpp"
#include "tests/grader/french.hpp"

#include <doctest/doctest.h>

#include <string>

/// What tests ask of a measure's finding.
namespace findings {

/// It fails, says so in these words, and in French in others.
inline void check_fails(const grader::Finding& finding, const std::string& words) {
    CHECK_FALSE(finding.holds);
    CHECK(finding.observed.in(grader::Language::english) == words);
    CHECK(finding.observed.in(french()) != "");
    CHECK(finding.observed.in(french()) != words);
}

/// It has seen nothing that it could judge, and says why.
inline void check_says_nothing(const grader::Finding& finding) {
    CHECK(finding.holds);
    CHECK(finding.says_nothing);
    CHECK(finding.observed.in(grader::Language::english) != "");
    CHECK(finding.observed.in(french()) != finding.observed.in(grader::Language::english));
}

inline void check_holds(const grader::Finding& finding) {
    CHECK_MESSAGE(finding.holds, finding.observed.in(grader::Language::english));
    CHECK_FALSE(finding.says_nothing);
    CHECK(finding.observed.empty());
}

}  // namespace findings
