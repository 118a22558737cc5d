#pragma once

#include "grader/commands/command.hpp"
#include "grader/commands/find_submissions.hpp"

#include <string>
#include <vector>

namespace grader {

/// The command line of a command that is about one exercise, or one file.
struct OneSubmission {
    std::string what;       ///< an exercise's name, or a file
    std::string exercises;  ///< a folder with exercises; empty: awaitlab's own
    bool allow_uncontained = false;
};

/// Tells CLI11 of it. Gives the option for `what`.
CLI::Option* one_submission_arguments(Command& command, OneSubmission& options);

/// The one file that is meant, and complains of what the caller might not expect. `otherwise` says what is
/// wrong where it is not one. `course` outlives it.
Expected<Found> find_one(const std::string& what, const std::vector<Exercise>& course, const Text& otherwise,
                         Language language);

}  // namespace grader
