#include "grader/grading/grade.hpp"
#include "tests/grader/left_behind.hpp"
#include "tests/grader/played.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>

namespace {

std::vector<grader::Assignment> references() {
    std::vector<grader::Assignment> all;
    for (const grader::Exercise& exercise : grader::exercises()) {
        grader::Assignment& one = all.emplace_back();
        one.path = grader::reference_path(exercise).string();
        one.name = exercise.name + ".cpp";
        one.exercise = &exercise;
    }
    return all;
}

}  // namespace

// tests/bench/leak_bench.cpp does it a thousand times.
TEST_CASE("grading again and again leaves no descriptor, no process and no file") {
    const TemporaryFolder folder;
    const char* before = std::getenv("TMPDIR");
    const std::string usual = before == nullptr ? "" : before;
    ::setenv("TMPDIR", folder.path().c_str(), 1);
    aio::run(grader::grade_all(references(), played::environment()));  // what is opened once is open now
    const std::ptrdiff_t open = left_behind::open_descriptors();
    for (int time = 0; time < 3; ++time) {
        for (const grader::Graded& one : aio::run(grader::grade_all(references(), played::environment()))) {
            CHECK(one.verdict.outcome == grader::Outcome::passed);
        }
        CHECK(left_behind::open_descriptors() == open);
        CHECK(left_behind::children_now() == "");
        CHECK(folder.empty());
    }
    usual.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", usual.c_str(), 1);
}
