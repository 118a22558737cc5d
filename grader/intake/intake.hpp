#pragma once

#include "grader/texts/text.hpp"
#include "grader/verdict/verdict.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace grader {

/// A submission, read once; the file is not read again.
struct Submission {
    std::string path;  ///< as it was given
    std::string bytes;
    SubmissionFacts facts;
};

/// Why a file cannot be graded. This is about the file, not about its contents.
struct NotASubmission {
    Text reason;
    SubmissionFacts facts;
    bool unreadable = false;  ///< the grader may not read it
};

/// A regular file of at most a megabyte. This does not follow links, and does not wait for data. Throws
/// std::system_error when this machine cannot read: too many open files, no memory, a broken disk.
std::variant<Submission, NotASubmission> take_in(const std::string& path);

/// The SHA-256 of a source's code: the same for two that differ only in comments and white space.
std::string code_digest(std::string_view source);

/// The SHA-256 of some bytes, in hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace grader
