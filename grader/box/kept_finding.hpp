#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace grader {

/// One thing that takes a while to find out, kept in a file from one start of the grader to the next for as
/// long as what it rests on stays the same.
class KeptFinding {
public:
    /// `rests_on`: any text that is another one once the finding may be, such as identity() of a program.
    KeptFinding(std::filesystem::path file, std::string rests_on)
        : file_(std::move(file)), rests_on_(std::move(rests_on)) {}

    /// What was kept; nothing when it rests on something else, or nothing was.
    std::optional<std::string> value() const;

    /// Where the file cannot be written it is found out again next time, and that is all.
    void keep(const std::string& value) const;

    void forget() const;

private:
    std::filesystem::path file_;
    std::string rests_on_;
};

/// Which file stands at `path`: another text once another one does, or its content has been changed.
/// "PATH nothing" when there is none. Looks at the file's entry, and reads nothing of it.
std::string identity(const std::string& path);

}  // namespace grader
