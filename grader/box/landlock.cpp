#include "grader/box/landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

// Neither the C library nor Debian 12's kernel headers know all of it: landlock(7) has the numbers. Linked
// into `enter`, which uses nothing of the C++ library.

namespace {

constexpr std::uint64_t to_read = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t to_list = LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t may_refer = std::uint64_t{1} << 13;     // since version 2
constexpr std::uint64_t may_truncate = std::uint64_t{1} << 14;  // 3
constexpr std::uint64_t may_ioctl = std::uint64_t{1} << 15;     // 5
constexpr std::uint64_t to_write = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                   LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                   LANDLOCK_ACCESS_FS_MAKE_DIR | may_refer | may_truncate;
constexpr std::uint64_t all_of_version_1 = (std::uint64_t{1} << 13) - 1;
/// The rights that a rule for a file may contain; the kernel refuses any other right for a file.
constexpr std::uint64_t of_files = to_read | LANDLOCK_ACCESS_FS_WRITE_FILE | may_truncate | may_ioctl;

/// landlock_ruleset_attr as of version 6. An older kernel takes its first fields.
struct Ruleset {
    std::uint64_t files;
    std::uint64_t network;
    std::uint64_t scoped;
};
constexpr std::uint64_t bind_and_connect = 3;     // since version 4
constexpr std::uint64_t sockets_and_signals = 3;  // 6: abstract unix sockets, signals

}  // namespace

int landlock_version() {
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return version > 0 ? static_cast<int>(version) : 0;
}

bool Landlock::begin() {
    const int version = landlock_version();
    known_ = all_of_version_1;
    if (version >= 2) known_ |= may_refer;
    if (version >= 3) known_ |= may_truncate;
    if (version >= 5) known_ |= may_ioctl;
    const Ruleset refused{known_, version >= 4 ? bind_and_connect : 0,
                          version >= 6 ? sockets_and_signals : 0};
    const std::size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    rules_ = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &refused, size, 0));
    return rules_ >= 0;
}

bool Landlock::readable(const char* path) { return allow(path, to_read | to_list); }
bool Landlock::readable(int descriptor) { return allow(descriptor, to_read | to_list); }
bool Landlock::writable(const char* folder) { return allow(folder, to_read | to_list | to_write); }
bool Landlock::device(const char* path) { return allow(path, to_read | LANDLOCK_ACCESS_FS_WRITE_FILE); }

bool Landlock::hold() {
    const bool held = ::syscall(SYS_landlock_restrict_self, rules_, 0) == 0;
    ::close(rules_);
    return held;
}

bool Landlock::allow(const char* path, unsigned long long access) {
    const int descriptor = ::open(path, O_PATH | O_CLOEXEC);
    if (descriptor < 0) return errno == ENOENT;
    const bool allowed = allow(descriptor, access);
    ::close(descriptor);
    return allowed;
}

bool Landlock::allow(int descriptor, unsigned long long access) {
    struct stat facts{};
    if (::fstat(descriptor, &facts) != 0) return false;
    if (!S_ISDIR(facts.st_mode)) access &= of_files;
    const landlock_path_beneath_attr rule{access & known_, descriptor};
    return ::syscall(SYS_landlock_add_rule, rules_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}
