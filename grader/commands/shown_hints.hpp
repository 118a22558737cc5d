#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace grader {

/// How many hints on a check of an exercise the student has asked for, kept in a file from one call to the
/// next. Another check begins with none. Where the file cannot be read or written, each call is the first.
class ShownHints {
public:
    /// `folder` holds a file for each exercise; it need not be there. Empty: nothing is kept.
    ShownHints(std::filesystem::path folder, std::string exercise);

    /// The number of hints to show now: one more than last time, and at most `most`.
    std::size_t one_more(const std::string& check, std::size_t most) const;

private:
    std::filesystem::path folder_;
    std::string exercise_;
};

}  // namespace grader
