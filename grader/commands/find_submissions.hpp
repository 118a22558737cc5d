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
    std::string
        name;  ///< as it is shown: within the folder that was asked for, so that two of a class differ
    const Exercise* exercise = nullptr;
};

/// The files that were asked for.
struct FoundSubmissions {
    std::vector<Found> files;
    /// Each folder that could not be read, and each file of which nobody can know what it is for: what is in
    /// them is not graded, but the rest is.
    std::vector<Failure> unreadable;
};

/// Each path is an exercise's name (the student's own file of the course), a file, or a folder whose .cpp
/// files are taken, those in its subfolders too. No path at all: the whole course. Which exercise a file is
/// meant for is told by `exercise`, if that is not empty; else by the header it includes, its name, or its
/// folder's name. `course` outlives what is found.
Expected<FoundSubmissions> find_submissions(const std::vector<std::string>& paths,
                                            const std::string& exercise,
                                            const std::vector<Exercise>& course = exercises());

}  // namespace grader
