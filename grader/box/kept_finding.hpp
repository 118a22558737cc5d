#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace grader {

/// A finding that takes time, kept in a file from one start of the grader to the next, as long as everything
/// it depends on is the same.
class KeptFinding {
public:
    /// `rests_on`: a text that changes whenever the finding may change, such as identity() of a program.
    KeptFinding(std::filesystem::path file, std::string rests_on)
        : file_(std::move(file)), rests_on_(std::move(rests_on)) {}

    /// The kept finding; nothing when there is none, or when it depends on something that has changed.
    std::optional<std::string> value() const;

    /// If the file cannot be written, the finding is made again next time.
    void keep(const std::string& value) const;

    void forget() const;

private:
    std::filesystem::path file_;
    std::string rests_on_;
};

/// Identifies the file at `path`: the text changes when another file is there, or its content has changed.
/// "PATH nothing" when there is no file. Looks only at the file's entry, not at its content.
std::string identity(const std::string& path);

}  // namespace grader
