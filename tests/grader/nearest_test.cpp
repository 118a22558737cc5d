#include "grader/texts/nearest.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using grader::nearest;

namespace {

const std::vector<std::string> commands{"check", "run", "replay", "list", "explain", "doctor"};

}  // namespace

TEST_CASE("nearest: a letter wrong, missing, too many or swapped is understood") {
    CHECK(nearest("chekc", commands) == "check");
    CHECK(nearest("chek", commands) == "check");
    CHECK(nearest("chceck", commands) == "check");
    CHECK(nearest("Check", commands) == "check");
    CHECK(nearest("rnu", commands) == "run");
    CHECK(nearest("dotcor", commands) == "doctor");
}

TEST_CASE("nearest: what is near to nothing is not guessed") {
    CHECK_FALSE(nearest("toaster", commands));
    CHECK_FALSE(nearest("", commands));
    CHECK_FALSE(nearest("x", {"a"}));
    CHECK_FALSE(nearest("check", {}));
    CHECK_FALSE(nearest(std::string(100'000, 'c'), commands));
}

TEST_CASE("nearest: of two candidates the nearer one") { CHECK(nearest("lsit", {"lift", "list"}) == "list"); }
