// enter [parent=PID] [LIMIT=NUMBER…] -- COMMAND…: sets the rlimits, then becomes the command, in a box or
// without one. With parent= it dies when its parent does; PID is the parent it must have, or 0. It is a
// program of its own, because rlimits are set by a process for itself, between fork and exec, where the
// grader cannot run code of its own. Started often and linked statically: it uses nothing of the C++ library.
// Exit code 125: our fault, said on standard error.

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

constexpr int our_fault = 125;

int fail(const char* what) {
    std::fprintf(stderr, "enter: %s: %s\n", what, std::strerror(errno));
    return our_fault;
}

/// "name=number" sets one limit. False when there is no such name, or it cannot be set.
bool set_limit(const char* argument) {
    struct Name {
        const char* name;
        __rlimit_resource resource;
    };
    constexpr Name names[] = {
        {"cpu", RLIMIT_CPU},     {"as", RLIMIT_AS},         {"fsize", RLIMIT_FSIZE},
        {"nproc", RLIMIT_NPROC}, {"nofile", RLIMIT_NOFILE},
    };
    const char* equals = std::strchr(argument, '=');
    if (equals == nullptr) return false;
    const std::size_t length = static_cast<std::size_t>(equals - argument);
    for (const Name& name : names) {
        if (std::strlen(name.name) != length || std::strncmp(name.name, argument, length) != 0) continue;
        rlimit limit{};
        if (::getrlimit(name.resource, &limit) != 0) return false;
        // Never above what is allowed already: raising the hard limit is a privilege.
        const rlim_t wanted = std::strtoull(equals + 1, nullptr, 10);
        const rlim_t hard = limit.rlim_max < wanted ? limit.rlim_max : wanted;
        // Soft and hard alike: at a soft CPU limit comes SIGXCPU, which clang 19 takes for a crash and
        // reports at length.
        const rlimit chosen{hard, hard};
        return ::setrlimit(name.resource, &chosen) == 0;
    }
    errno = EINVAL;
    return false;
}

}  // namespace

int main(int count, char** arguments) {
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);

    int index = 1;
    for (; index < count && std::strcmp(arguments[index], "--") != 0; ++index) {
        if (std::strncmp(arguments[index], "parent=", 7) == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
            // It may have died before that line: then nobody would ever kill us.
            const int parent = std::atoi(arguments[index] + 7);
            if (parent != 0 && parent != ::getppid()) return our_fault;
        } else if (!set_limit(arguments[index])) {
            return fail(arguments[index]);
        }
    }
    if (index + 1 >= count) {
        errno = EINVAL;
        return fail("no command");
    }
    ::execv(arguments[index + 1], arguments + index + 1);
    return fail(arguments[index + 1]);
}
