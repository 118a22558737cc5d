#pragma once

#include "grader/texts/text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace grader {

/// Writes the bytes to the file, and gives nothing; or gives one sentence that says what went wrong, where,
/// and what to do. "-" is standard output.
///
/// A reader finds the old file or the new one, never half of it: the bytes go to a temporary file in the same
/// folder, onto the disk, and under the name with rename(2). A new file gets the usual rights, an old one
/// keeps its own. A symbolic link stays one, and what it points at is replaced. What is no ordinary file
/// (/dev/null, a pipe) is written to as it stands.
[[nodiscard]] std::optional<Text> write_file(const std::string& path, std::string_view bytes);

/// The sentence write_file() would give for a path that cannot be written to, as far as that can be told
/// beforehand; so that nobody waits for results that have nowhere to go.
[[nodiscard]] std::optional<Text> refuses_writing(const std::string& path);

}  // namespace grader
