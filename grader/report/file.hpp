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
/// folder, then to the disk; then rename(2) gives the file its name. A new file gets the usual rights, an old
/// one keeps its own. A symbolic link stays a link, and its target is replaced. A file that is not a regular
/// file (/dev/null, a pipe) is written to directly.
[[nodiscard]] std::optional<Text> write_file(const std::string& path, std::string_view bytes);

/// The sentence write_file() would give for a path that cannot be written to, as far as that is known
/// beforehand. So nobody waits for results and then loses them.
[[nodiscard]] std::optional<Text> refuses_writing(const std::string& path);

}  // namespace grader
