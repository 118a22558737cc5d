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
    /// What the caller might not expect: an exercise was named, and a file of this folder is taken for it.
    std::vector<Text> notes;
};

/// Whether a word of the command line can only be meant for a submission: a file or folder that is there, or
/// the name of one of awaitlab's exercises.
bool names_a_submission(const std::string& word);

/// Each path is an exercise's name, a file, or a folder whose .cpp files are taken, those in its subfolders
/// too. No path at all: the whole course. For an exercise's name it is the student's own file: NAME.cpp or
/// NAME/NAME.cpp of the folder where the command is called, or else that of the course. If `exercise` is not
/// empty, every file is for that exercise. Otherwise the included header, the file's name or its folder's
/// name decides. `course` outlives what is found.
Expected<FoundSubmissions> find_submissions(const std::vector<std::string>& paths,
                                            const std::string& exercise,
                                            const std::vector<Exercise>& course = exercises());

}  // namespace grader
