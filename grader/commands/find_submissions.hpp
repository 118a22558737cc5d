#pragma once

#include "grader/exercise/course.hpp"
#include "grader/exercise/exercise.hpp"
#include "grader/verdict/failure.hpp"

#include <string>
#include <vector>

namespace grader {

/// A file to grade, and the exercise it is meant for.
struct Found {
    std::string path;
    /// The name to show: relative to the given folder, so that the files of two students differ.
    std::string name;
    const Exercise* exercise = nullptr;
};

/// The files that were asked for.
struct FoundSubmissions {
    std::vector<Found> files;
    /// Folders that could not be read, and unreadable files whose exercise is unknown. They are not graded;
    /// the rest is.
    std::vector<Failure> unreadable;
};

/// Each path is an exercise's name (the student's own file of the course), a file, or a folder whose .cpp
/// files are taken, those in its subfolders too. No path at all: the whole course. If `exercise` is not
/// empty, every file is for that exercise. Otherwise the included header, the file's name or its folder's
/// name decides. `course` outlives what is found.
Expected<FoundSubmissions> find_submissions(const std::vector<std::string>& paths,
                                            const std::string& exercise,
                                            const std::vector<Exercise>& course = exercises());

}  // namespace grader
