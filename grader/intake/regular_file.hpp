#pragma once

#include "grader/texts/text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

namespace grader {

/// Why the bytes of a file are not read.
struct NotRead {
    enum class Why { is_link, no_rights, other_error, not_regular, too_large };

    Why why{};
    int error = 0;            ///< errno, if opening or reading failed
    std::uint64_t bytes = 0;  ///< its size, if it is too large
};

/// The bytes of a regular file of at most `most_bytes`. This does not follow links, and does not wait for a
/// pipe or a device. Throws std::system_error when this machine cannot read: too many open files, no memory,
/// a broken disk.
std::variant<std::string, NotRead> read_regular_file(const std::string& path, std::size_t most_bytes);

/// One sentence on the reason. Requires: Why is not too_large.
Text sentence_on(const NotRead& problem, const std::string& path);

}  // namespace grader
