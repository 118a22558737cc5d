#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/grading/grade.hpp"
#include "grader/verdict/verdict.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// What the course tests share: grading files of the tree, in this process, as `grade check` does.
namespace course {

std::filesystem::path source_folder();

/// The verdicts of some files of one exercise, in their order; several are graded at the same time.
std::vector<grader::Verdict> grade_files(const std::vector<std::filesystem::path>& files,
                                         const grader::Exercise& exercise);

/// The ids of the checks that were not passed, sorted.
std::vector<std::string> lost_checks(const grader::Verdict& verdict);

}  // namespace course
