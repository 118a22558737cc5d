#pragma once

#include "grader/rubric/rubric.hpp"

#include <doctest/doctest.h>

#include <string>

/// What tests ask of a measure's finding.
namespace findings {

/// It fails, says so in these words, and in French in others.
inline void check_fails(const grader::Finding& finding, const std::string& words) {
    CHECK_FALSE(finding.holds);
    CHECK(finding.observed.in(grader::Language::english) == words);
    CHECK(finding.observed.in(grader::Language::french) != "");
    CHECK(finding.observed.in(grader::Language::french) != words);
}

inline void check_holds(const grader::Finding& finding) {
    CHECK_MESSAGE(finding.holds, finding.observed.in(grader::Language::english));
    CHECK(finding.observed.empty());
}

}  // namespace findings
