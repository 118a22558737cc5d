#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/verdict/failure.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace grader {

/// The exercises that a command works with, in their order, and what is wrong with those that are broken.
struct Course {
    std::vector<Exercise> exercises;
    std::vector<Failure> broken;
};

/// Those in a folder: it is an exercise itself, or the folders in it are. An exercise is a folder NAME with
/// NAME.hpp, stub.cpp and exercise.json. Without a folder: awaitlab's own, which may also be named by their
/// names.
Expected<Course> open_course(const std::string& folder);

/// awaitlab's own, read once. Throws std::runtime_error if one of them is broken: the installation is
/// incomplete.
const std::vector<Exercise>& exercises();

/// The exercise of that name; null if there is none.
const Exercise* find_exercise(const std::string& name);

/// The folder with awaitlab's exercises, one folder each.
std::filesystem::path exercises_folder();

/// The file a student works in: NAME.cpp, or the stub if there is no such file.
std::filesystem::path stub_path(const Exercise& exercise);

/// The stub as it is handed out.
std::filesystem::path handed_out(const Exercise& exercise);

/// A solution with full marks.
std::filesystem::path reference_path(const Exercise& exercise);

}  // namespace grader
