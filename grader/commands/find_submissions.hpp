#pragma once

#include "grader/exercise/course.hpp"
#include "grader/exercise/exercise.hpp"
#include "grader/texts/text.hpp"

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

/// The files that were asked for, or one sentence on what is wrong with the asking.
struct FoundSubmissions {
    std::vector<Found> files;
    /// A sentence on each folder that could not be read, and on each file of which nobody can know what it is
    /// for: what is in them is not graded, but the rest is.
    std::vector<Text> unreadable;
    Text complaint;  ///< also where nothing is left to grade, since all of it is unreadable
};

/// Each path is an exercise's name (the student's own file of the course), a file, or a folder whose .cpp
/// files are taken, those in its subfolders too. No path at all: the whole course. Which exercise a file is
/// meant for is told by `exercise`, if that is not empty; else by the header it includes, its name, or its
/// folder's name. `course` outlives what is found.
FoundSubmissions find_submissions(const std::vector<std::string>& paths, const std::string& exercise,
                                  const std::vector<Exercise>& course = exercises());

}  // namespace grader
