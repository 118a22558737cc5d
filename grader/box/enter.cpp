// enter [parent=PID] [core=NUMBER] [filter=run|compile] [program=DESCRIPTOR] [LIMIT=NUMBER…] -- COMMAND…: sets the rlimits, then
// becomes the command, in a box or without one. With parent= it dies when its parent does; PID is the parent
// it must have, or 0. With core= it stays on that core. With filter= the command may make only
// the system calls that filter.hpp leaves it. With program= it waits on that socket for a
// descriptor (unix(7), SCM_RIGHTS) of the program to become; the command's first word then only names it. It
// is a program of its own, because rlimits are set by a process for itself, between fork and exec, where the
// grader cannot run code of its own. Started often and linked statically: it uses nothing of the C++ library.
// Exit code 125: our fault, said on standard error.

#include "grader/box/filter.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

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

/// A wish: where it cannot be had, everything works as well, only slower.
void stay_on_core(int core) {
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(static_cast<unsigned>(core), &cores);
    ::sched_setaffinity(0, sizeof cores, &cores);
}

/// Waits for the descriptor that comes on this socket, and closes the socket. -1 when none comes.
int receive_descriptor(int socket) {
    char byte = 0;
    iovec text{&byte, 1};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))];
    msghdr message{};
    message.msg_iov = &text;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const ssize_t got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    ::close(socket);
    const cmsghdr* header = got == 1 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (header == nullptr || header->cmsg_type != SCM_RIGHTS) return -1;
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
    return descriptor;
}

/// The number after "name=", or -1 when the argument has another name.
int number_of(const char* argument, const char* name) {
    const std::size_t length = std::strlen(name);
    if (std::strncmp(argument, name, length) != 0 || argument[length] != '=') return -1;
    return std::atoi(argument + length + 1);
}

}  // namespace

int main(int count, char** arguments) {
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);

    int index = 1;
    int program_socket = -1;
    std::optional<Filter> filter;
    for (; index < count && std::strcmp(arguments[index], "--") != 0; ++index) {
        const char* argument = arguments[index];
        if (const int parent = number_of(argument, "parent"); parent >= 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
            // It may have died before that line: then nobody would ever kill us.
            if (parent != 0 && parent != ::getppid()) return our_fault;
        } else if (const int core = number_of(argument, "core"); core >= 0) {
            stay_on_core(core);
        } else if (std::strcmp(argument, "filter=run") == 0) {
            filter = Filter::run;
        } else if (std::strcmp(argument, "filter=compile") == 0) {
            filter = Filter::compile;
        } else if (const int socket = number_of(argument, "program"); socket >= 0) {
            program_socket = socket;
        } else if (!set_limit(argument)) {
            return fail(argument);
        }
    }
    if (index + 1 >= count) {
        errno = EINVAL;
        return fail("no command");
    }
    char** command = arguments + index + 1;
    // Addresses are the same every time: a submission that prints one, or orders by it, does the same again.
    if (filter == Filter::run) ::personality(ADDR_NO_RANDOMIZE);
    if (filter && !load_filter(*filter)) return fail("seccomp");
    if (program_socket < 0) {
        ::execv(command[0], command);
        return fail(command[0]);
    }
    const int program = receive_descriptor(program_socket);
    if (program < 0) return our_fault;  // nobody has one for us any more, nor reads what we say
    char* no_environment[] = {nullptr};
    ::execveat(program, "", command, no_environment, AT_EMPTY_PATH);
    return fail(command[0]);
}
