#include "grader/intake/intake.hpp"

#include <fcntl.h>
#include <nettle/sha2.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace grader {

namespace {

constexpr std::size_t most_bytes = 1 << 20;

/// Closes when it dies.
struct File {
    explicit File(int opened) : descriptor(opened) {}
    ~File() {
        if (descriptor >= 0) ::close(descriptor);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int descriptor;
};

NotASubmission refuse(SubmissionFacts facts, Text reason) {
    NotASubmission refused;
    refused.facts = std::move(facts);
    refused.reason = std::move(reason);
    return refused;
}

NotASubmission refuse_open(SubmissionFacts facts, const std::string& path, int error) {
    // This machine's fault and not the file's.
    if (error == EMFILE || error == ENFILE || error == ENOMEM || error == EIO) {
        throw std::system_error(error, std::generic_category(), path);
    }
    NotASubmission refused;
    refused.facts = std::move(facts);
    refused.unreadable = error == EACCES || error == EPERM;
    if (error == ELOOP) {
        refused.reason = say("{0} is a link: hand in the file itself",
                             "{0} est un lien : remettez le fichier lui-même", path);
    } else {
        refused.reason = say("{0} cannot be read ({1}): check the file and your rights to it",
                             "{0} ne peut pas être lu ({1}) : vérifiez le fichier et vos droits", path,
                             std::strerror(error));
    }
    return refused;
}

}  // namespace

std::variant<Submission, NotASubmission> take_in(const std::string& path) {
    SubmissionFacts facts;
    facts.file = std::filesystem::path(path).filename().string();
    facts.sha256 = sha256({});
    // Non-blocking, since opening a pipe would wait for somebody to write into it.
    const File file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (file.descriptor < 0) return refuse_open(std::move(facts), path, errno);
    struct stat status{};
    if (::fstat(file.descriptor, &status) != 0) return refuse_open(std::move(facts), path, errno);
    if (!S_ISREG(status.st_mode)) {
        return refuse(std::move(facts),
                      say("{0} is no regular file: hand in a C++ source file",
                          "{0} n'est pas un fichier ordinaire : remettez un fichier source C++", path));
    }
    Submission submission;
    char buffer[1 << 16];
    for (;;) {
        const ssize_t got = ::read(file.descriptor, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return refuse_open(std::move(facts), path, errno);
        if (got == 0) break;
        submission.bytes.append(buffer, static_cast<std::size_t>(got));
        if (submission.bytes.size() <= most_bytes) continue;
        facts.bytes = static_cast<std::uint64_t>(status.st_size);
        return refuse(std::move(facts),
                      say("{0} is larger than 1 MB: hand in the source you wrote, nothing else",
                          "{0} dépasse 1 Mo : remettez le source que vous avez écrit, rien d'autre", path));
    }
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
