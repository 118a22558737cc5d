#include "grader/box/confine.hpp"

#include "grader/box/descriptor_passing.hpp"
#include "grader/box/system_call_filter.hpp"
#include "grader/box/gate.hpp"
#include "grader/box/landlock.hpp"
#include "grader/box/start_bytes.hpp"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>

namespace {

/// Unused user and group ids: Debian keeps 65000 to 65533 free. Each process has its own, so that two boxes
/// at once do not share the limit on processes, which the kernel counts by user.
constexpr unsigned first_spare_user = 65000;
constexpr unsigned spare_users = 500;

struct LimitName {
    const char* name;
    __rlimit_resource resource;
};
constexpr LimitName limit_names[] = {
    {"cpu", RLIMIT_CPU},     {"as", RLIMIT_AS},       {"data", RLIMIT_DATA},
    {"fsize", RLIMIT_FSIZE}, {"nproc", RLIMIT_NPROC}, {"nofile", RLIMIT_NOFILE},
};

bool set_limit(__rlimit_resource resource, const char* value) {
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0) return false;
    // Never above the present hard limit: raising it is a privilege.
    const rlim_t wanted = std::strtoull(value, nullptr, 10);
    const rlim_t hard = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    // Soft and hard alike: at a soft CPU limit the kernel sends SIGXCPU; clang 19 reports it as a crash, with
    // a long message.
    const rlimit chosen{hard, hard};
    return ::setrlimit(resource, &chosen) == 0;
}

bool set_limits(const Wishes& wishes) {
    const rlimit no_core{0, 0};
    if (::setrlimit(RLIMIT_CORE, &no_core) != 0) return false;
    for (const LimitName& limit : limit_names) {
        const char* value = wishes.value(limit.name);
        if (value != nullptr && !set_limit(limit.resource, value)) return false;
    }
    return true;
}

bool choose_files(const Wishes& wishes, Landlock& landlock) {
    return landlock.begin() && landlock.device("/dev/null") &&
           wishes.each("read", [&](const char* path) { return landlock.readable(path); }) &&
           wishes.each("write", [&](const char* folder) { return landlock.writable(folder); });
}

bool become_spare_user(const Wishes& wishes) {
    const unsigned user = first_spare_user + static_cast<unsigned>(::getpid()) % spare_users;
    const auto give = [user](const char* folder) { return ::chown(folder, user, user) == 0; };
    // Groups first: afterwards the process has no right to do it.
    return wishes.each("write", give) && ::setgroups(0, nullptr) == 0 && ::setresgid(user, user, user) == 0 &&
           ::setresuid(user, user, user) == 0;
}

/// Drops root's own rights, for a root that could not become another user. With no_new_privs exec does not
/// bring them back.
bool give_up_rights() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    const __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
    return ::syscall(SYS_capset, &header, none) == 0;
}

/// With the cache, freed memory would differ in every run: the C library marks it with a random key while it
/// is in a thread's own cache (malloc(3), tcache).
char no_key_in_freed_memory[] = "GLIBC_TUNABLES=glibc.malloc.tcache_count=0";

}  // namespace

Wishes::Wishes(int count, char** arguments) : arguments_(arguments), end_(1) {
    while (end_ < count && std::strcmp(arguments[end_], "--") != 0) ++end_;
    command_ = end_ + 1 < count ? arguments + end_ + 1 : nullptr;
}

const char* Wishes::value_of(const char* argument, const char* name) {
    const std::size_t length = std::strlen(name);
    if (std::strncmp(argument, name, length) != 0) return nullptr;
    if (argument[length] == '\0') return argument + length;
    return argument[length] == '=' ? argument + length + 1 : nullptr;
}

const char* Wishes::value(const char* name) const {
    const char* found = nullptr;
    each(name, [&found](const char* value) {
        found = value;
        return false;
    });
    return found;
}

int Wishes::number(const char* name) const {
    const char* text = value(name);
    return text == nullptr ? -1 : std::atoi(text);
}

const char* become(const Wishes& wishes) {
    char** command = wishes.command();
    const char* filter = wishes.value("filter");
    const bool runs_submission = filter != nullptr && std::strcmp(filter, "run") == 0;
    const bool repeatable = wishes.value("repeatable") != nullptr;
    const int program_socket = wishes.number("program");

    if (!set_limits(wishes)) return "a limit";
    Landlock landlock;
    const bool landlocked = wishes.value("landlock") != nullptr;
    if (landlocked && !choose_files(wishes, landlock)) return "landlock";
    // Opened as the present user: the spare user need not be able to read it.
    int program = -1;
    if (runs_submission && program_socket < 0) {
        program = ::open(command[0], O_PATH | O_CLOEXEC);
        if (program < 0) return command[0];
    }
    if (wishes.value("spare_user") != nullptr && !become_spare_user(wishes)) return "a spare user";
    // After become_spare_user(), because changing the user clears this setting.
    if (wishes.value("parent") != nullptr) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        const bool is_its_child = wishes.value("reports") == nullptr;
        if (is_its_child && wishes.number("parent") != ::getppid()) return nullptr;
    }
    if (landlocked && !give_up_rights()) return "capabilities";
    // Addresses are the same every time: a submission that prints one, or orders by it, does the same again.
    if (runs_submission) ::personality(ADDR_NO_RANDOMIZE);
    if (repeatable) stop_at_exec();
    if (filter != nullptr) {
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        const Filter chosen = !runs_submission ? Filter::compile
                              : repeatable     ? Filter::repeatable_run
                                               : Filter::run;
        int listener = -1;
        // The kernel can ask `enter` only if it stays, and does not become the command.
        const bool gated = wishes.value("reports") != nullptr;
        if (!load_filter(chosen, gated ? &listener : nullptr)) return "seccomp";
        if (listener >= 0 && !send_listener(listener)) return "the gate";
    }
    char* no_environment[] = {nullptr};
    char* repeatable_environment[] = {no_key_in_freed_memory, nullptr};
    char** environment = environ;
    if (program_socket >= 0) {
        program = receive_descriptor(program_socket);
        if (program < 0) return nullptr;
        environment = repeatable ? repeatable_environment : no_environment;
    }
    if (landlocked && ((program >= 0 && !landlock.readable(program)) || !landlock.hold())) return "landlock";
    if (program >= 0) {
        ::execveat(program, "", command, environment, AT_EMPTY_PATH);
    } else {
        ::execve(command[0], command, environment);
    }
    return command[0];
}
