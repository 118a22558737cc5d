#include "grader/report/file.hpp"

#include "grader/report/utf8.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace grader {
namespace {

/// A write to a pipe without a reader is then an error that we can report, instead of a signal that ends us.
class NoBrokenPipeSignal {
public:
    NoBrokenPipeSignal() {
        struct sigaction ignore{};
        ignore.sa_handler = SIG_IGN;
        ::sigaction(SIGPIPE, &ignore, &before_);
    }
    NoBrokenPipeSignal(const NoBrokenPipeSignal&) = delete;
    NoBrokenPipeSignal& operator=(const NoBrokenPipeSignal&) = delete;
    ~NoBrokenPipeSignal() { ::sigaction(SIGPIPE, &before_, nullptr); }

private:
    struct sigaction before_{};
};

/// Writes everything. False, and errno, when it could not.
bool write_all(int descriptor, std::string_view bytes) {
    const NoBrokenPipeSignal no_signal;
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            // Another process that shares it made it non-blocking.
            pollfd room{descriptor, POLLOUT, 0};
            ::poll(&room, 1, -1);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

Text nothing_lost() { return say("What was there before is unchanged."); }

Text sentence(const std::string& path, int error) {
    const std::string name = visible(path);
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : visible(path.substr(0, slash + 1));
    switch (error) {
        case ENOENT:
            return say(
                "{0} cannot be written, because the folder {1} does not exist: make it first, or choose "
                "another one.",
                name, folder);
        case EISDIR:
            return say("{0} is a folder: add the name of a file, for example {0}{1}verdict.json.", name,
                       name.ends_with('/') ? "" : "/");
        case ENOTDIR:
            return say("{0} cannot be written, because {1} is not a folder: choose another one.", name,
                       folder);
        case EACCES:
        case EPERM:
        case EROFS:
            return say(
                "{0} cannot be written, because you have no right to write there: choose a folder of your "
                "own. {1}",
                name, nothing_lost());
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return say(
                "{0} cannot be written, because there is no room left for it: free some, then start again. "
                "{1}",
                name, nothing_lost());
        default:
            return say("{0} cannot be written ({2}): try another place. {1}", name, nothing_lost(),
                       std::strerror(error));
    }
}

std::optional<Text> write_standard_output(std::string_view bytes) {
    // Text that was printed earlier must appear first.
    std::fflush(stdout);
    if (write_all(STDOUT_FILENO, bytes)) {
        return std::nullopt;
    }
    if (errno == EPIPE) {
        return say(
            "The result is not complete: the program that reads it stopped early. Look at that program's "
            "messages.");
    }
    return say("Standard output cannot be written to ({0}): send it elsewhere, or give a file name.",
               std::strerror(errno));
}

std::optional<Text> write_as_it_stands(const std::string& path, std::string_view bytes) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        return sentence(path, errno);
    }
    const int error = write_all(descriptor, bytes) ? 0 : errno;
    ::close(descriptor);
    return error == 0 ? std::nullopt : std::optional(sentence(path, error));
}

/// An open temporary file that removes itself unless it was renamed. If the file system supports it, the file
/// has no name until it is complete: a process that is killed while the disk is slow leaves nothing behind.
class TemporaryFile {
public:
    /// The folder ends with a slash, or is empty. Not open, and errno, when it could not be made.
    TemporaryFile(const std::string& folder, mode_t rights) : folder_(folder) {
        descriptor_ = ::open(folder.empty() ? "." : folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, rights);
        if (descriptor_ >= 0) return;
        with_new_name([&] {
            descriptor_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights);
            return descriptor_ >= 0;
        });
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!name_.empty()) ::unlink(name_.c_str());
    }

    bool is_open() const { return descriptor_ >= 0; }

    /// All the bytes, on the disk. False, and errno, when that failed.
    bool fill(std::string_view bytes) { return write_all(descriptor_, bytes) && ::fsync(descriptor_) == 0; }

    bool keep_rights_of(const struct stat& other) {
        return ::fchmod(descriptor_, other.st_mode & 07777U) == 0;
    }

    /// False, and errno, when that failed.
    bool rename_to(const std::string& path) {
        if (name_.empty() && !give_name()) return false;
        // Some file systems over a network tell of a full disk at close only.
        if (::close(std::exchange(descriptor_, -1)) != 0) return false;
        if (::rename(name_.c_str(), path.c_str()) != 0) return false;
        name_.clear();
        return true;
    }

private:
    bool give_name() {
        const std::string nameless = "/proc/self/fd/" + std::to_string(descriptor_);
        return with_new_name([&] {
            return ::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name_.c_str(), AT_SYMLINK_FOLLOW) == 0;
        });
    }

    /// `make` is called with one name after the other until one is free. The name is empty when it failed.
    template <typename Make>
    bool with_new_name(const Make& make) {
        for (int attempt = 0; attempt < 100; ++attempt) {
            name_ = folder_ + ".grade-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
            if (make()) return true;
            if (errno != EEXIST) break;
        }
        name_.clear();
        return false;
    }

    std::string folder_;
    std::string name_;
    int descriptor_ = -1;
};

/// The new name too must be on the disk. Not every file system can; the file is there all the same.
void sync_folder(const std::string& folder) {
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

}  // namespace

std::optional<Text> write_file(const std::string& path, std::string_view bytes) {
    if (path == "-") {
        return write_standard_output(bytes);
    }
    if (path.empty() || path.find('\0') != std::string::npos) {
        return say("The file to write to has no usable name: give one, or - for standard output.");
    }
    struct stat old{};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (path.back() == '/' || (exists && S_ISDIR(old.st_mode))) {
        return sentence(path, exists ? EISDIR : errno);
    }
    if (exists && !S_ISREG(old.st_mode)) {
        return write_as_it_stands(path, bytes);
    }
    // rename() needs rights on the folder only; a read-only file must stay as it is.
    if (exists && ::access(path.c_str(), W_OK) != 0) {
        return sentence(path, errno);
    }
    std::string target = path;
    if (char resolved[PATH_MAX]; exists && ::realpath(path.c_str(), resolved) != nullptr) {
        target = resolved;
    }
    const std::string folder = target.substr(0, target.rfind('/') + 1);

    TemporaryFile temporary(folder, 0666);
    const bool written = temporary.is_open() && (!exists || temporary.keep_rights_of(old)) &&
                         temporary.fill(bytes) && temporary.rename_to(target);
    if (!written) {
        return sentence(path, errno);
    }
    sync_folder(folder);
    return std::nullopt;
}

std::optional<Text> refuses_writing(const std::string& path) {
    if (path == "-") return std::nullopt;
    struct stat status{};
    if (::stat(path.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) return sentence(path, EISDIR);
        if (!S_ISREG(status.st_mode)) return std::nullopt;
    }
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    if (::access(folder.c_str(), W_OK | X_OK) != 0) return sentence(path, errno);
    return std::nullopt;
}

}  // namespace grader
