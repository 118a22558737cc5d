#include "grader/compile/advice.hpp"
#include "tests/grader/french.hpp"

#include <doctest/doctest.h>

using grader::advice_on;
using grader::Diagnostic;
using grader::Language;
using grader::Severity;

TEST_CASE("a beginner's error gets one sentence of advice in each language") {
    const std::vector<Diagnostic> semicolon{
        {Severity::error, "toaster.cpp", 8, 31, "expected ';' after expression"}};
    CHECK(advice_on(semicolon).in(Language::english) == "A semicolon is missing at the mark.");
    CHECK(advice_on(semicolon).in(french()) == "Il manque un point-virgule à l'endroit marqué.");
}

TEST_CASE("the advice is about the first error, not about a warning before it") {
    const std::vector<Diagnostic> both{
        {Severity::warning, "toaster.cpp", 3, 1, "expected ';'"},
        {Severity::error, "toaster.cpp", 8, 31, "no viable conversion from 'int' to 'Duration'"}};
    CHECK(advice_on(both).in(Language::english).starts_with("A duration needs its unit"));
}

TEST_CASE("a sleep without a unit is told apart from the overloads that it does not fit") {
    CHECK(advice_on({{Severity::error, "toaster.cpp", 8, 14, "no matching function for call to 'sleep'"}})
              .in(Language::english)
              .starts_with("A duration needs its unit"));
}

TEST_CASE("an error that is not a beginner's gets no advice") {
    CHECK(advice_on({{Severity::error, "toaster.cpp", 1, 1, "something else"}}).empty());
    CHECK(advice_on({}).empty());
}
