#include "grader/intake/regular_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace grader {

namespace {

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

NotRead failed(const std::string& path, int error) {
    // This machine's fault and not the file's.
    if (error == EMFILE || error == ENFILE || error == ENOMEM || error == EIO)
        throw std::system_error(error, std::generic_category(), path);
    NotRead problem{NotRead::Why::other_error, error, 0};
    if (error == EACCES || error == EPERM) problem.why = NotRead::Why::no_rights;
    if (error == ELOOP) problem.why = NotRead::Why::is_link;
    return problem;
}

}  // namespace

std::variant<std::string, NotRead> read_regular_file(const std::string& path, std::size_t most_bytes) {
    // Non-blocking, since opening a pipe would wait for a writer.
    const File file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (file.descriptor < 0) return failed(path, errno);
    struct stat status{};
    if (::fstat(file.descriptor, &status) != 0) return failed(path, errno);
    if (!S_ISREG(status.st_mode)) return NotRead{NotRead::Why::not_regular, 0, 0};
    std::string bytes;
    char buffer[1 << 16];
    for (;;) {
        const ssize_t got = ::read(file.descriptor, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed(path, errno);
        if (got == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(got));
        if (bytes.size() > most_bytes)
            return NotRead{NotRead::Why::too_large, 0, static_cast<std::uint64_t>(status.st_size)};
    }
}

Text sentence_on(const NotRead& problem, const std::string& path) {
    if (problem.why == NotRead::Why::is_link) {
        return say("{0} is a link: name the file itself", path);
    }
    if (problem.why == NotRead::Why::not_regular) {
        return say("{0} is no regular file", path);
    }
    return say("{0} cannot be read ({1}): check the file and your rights to it", path,
               std::strerror(problem.error));
}

}  // namespace grader
