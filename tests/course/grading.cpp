#include "tests/course/grading.hpp"

#include "runtime/aio.hpp"
#include "tests/grader/failures.hpp"
#include "tests/grader/test_environment.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace course {

namespace {

const grader::Environment& environment() {
    static const grader::Expected<grader::Environment> opened = test_environment::open();
    REQUIRE_MESSAGE(opened, failures::sentence(opened));
    return *opened;
}

}  // namespace

std::filesystem::path source_folder() { return AWAITLAB_SOURCE_DIR; }

std::vector<grader::Verdict> grade_files(const std::vector<std::filesystem::path>& files,
                                         const grader::Exercise& exercise) {
    environment();
    std::vector<grader::Assignment> assignments;
    for (const std::filesystem::path& file : files) {
        grader::Assignment assignment;
        assignment.path = file.string();
        assignment.name = file.filename().string();
        assignment.exercise = &exercise;
        assignments.push_back(std::move(assignment));
    }
    std::vector<grader::Verdict> verdicts;
    for (grader::Graded& graded : aio::run(grader::grade_all(std::move(assignments), environment()))) {
        verdicts.push_back(std::move(graded.verdict));
    }
    return verdicts;
}

std::vector<std::string> lost_checks(const grader::Verdict& verdict) {
    std::vector<std::string> lost;
    for (const grader::Check& check : verdict.checks) {
        if (check.status != grader::CheckStatus::passed) lost.push_back(check.id);
    }
    std::ranges::sort(lost);
    return lost;
}

}  // namespace course
