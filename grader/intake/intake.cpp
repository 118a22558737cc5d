#include "grader/intake/intake.hpp"

#include "grader/intake/regular_file.hpp"

#include <nettle/sha2.h>

#include <filesystem>
#include <utility>

namespace grader {

namespace {

constexpr std::size_t most_bytes = 1 << 20;

/// What the student should do about it.
Text reason_for(const NotRead& problem, const std::string& path) {
    switch (problem.why) {
        case NotRead::Why::is_link:
            return say("{0} is a link: hand in the file itself", path);
        case NotRead::Why::not_regular:
            return say("{0} is no regular file: hand in a C++ source file", path);
        case NotRead::Why::too_large:
            return say("{0} is larger than 1 MB: hand in the source you wrote, nothing else", path);
        default:
            return sentence_on(problem, path);
    }
}

}  // namespace

std::variant<Submission, NotASubmission> take_in(const std::string& path) {
    SubmissionFacts facts;
    facts.file = std::filesystem::path(path).filename().string();
    facts.sha256 = sha256({});
    auto read = read_regular_file(path, most_bytes);
    if (const auto* problem = std::get_if<NotRead>(&read)) {
        NotASubmission refused;
        refused.reason = reason_for(*problem, path);
        refused.unreadable = problem->why == NotRead::Why::no_rights;
        refused.facts = std::move(facts);
        refused.facts.bytes = problem->bytes;
        return refused;
    }
    Submission submission;
    submission.bytes = std::get<std::string>(std::move(read));
    facts.bytes = submission.bytes.size();
    facts.sha256 = sha256(submission.bytes);
    submission.path = path;
    submission.facts = std::move(facts);
    return submission;
}

std::string sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(&context, sizeof digest, digest);
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

}  // namespace grader
