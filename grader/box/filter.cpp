#include "grader/box/filter.hpp"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>

#include <cerrno>
#include <cstdint>

namespace {

/// Reaching into other processes, the kernel or the machine's clock: nobody does that by mistake.
constexpr int attacks[] = {
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(kcmp),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(pivot_root),
    SCMP_SYS(move_mount),
    SCMP_SYS(open_tree),
    SCMP_SYS(fsopen),
    SCMP_SYS(fsmount),
    SCMP_SYS(chroot),
    SCMP_SYS(setns),
    SCMP_SYS(unshare),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(delete_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(kexec_file_load),
    SCMP_SYS(reboot),
    SCMP_SYS(swapon),
    SCMP_SYS(swapoff),
    SCMP_SYS(clock_settime),
    SCMP_SYS(settimeofday),
    SCMP_SYS(clock_adjtime),
    SCMP_SYS(adjtimex),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(io_uring_enter),
    SCMP_SYS(io_uring_register),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(iopl),
    SCMP_SYS(ioperm),
};

/// The network, keys, handles that go around the file system's names.
constexpr int refused_to_all[] = {
    SCMP_SYS(socket),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(syslog),
    SCMP_SYS(quotactl),
    SCMP_SYS(name_to_handle_at),
    SCMP_SYS(open_by_handle_at),
    SCMP_SYS(acct),
    SCMP_SYS(personality),
    SCMP_SYS(fanotify_init),
    // Out of the process group that the box ends with.
    SCMP_SYS(setsid),
    SCMP_SYS(setpgid),
};

/// Newer than the headers of Debian 12, and the same number everywhere.
constexpr int fchmodat2 = 452;
constexpr int setxattrat = 463;
constexpr int removexattrat = 466;

/// Signals to others (abort() sends its own by tgkill), another user, what outlives a process or is shared by
/// name, and what changes a file by its name: Landlock does not look at that.
constexpr int refused_to_submissions[] = {
    SCMP_SYS(socketpair),
    SCMP_SYS(kill),
    SCMP_SYS(tkill),
    SCMP_SYS(rt_sigqueueinfo),
    SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(setuid),
    SCMP_SYS(setgid),
    SCMP_SYS(setreuid),
    SCMP_SYS(setregid),
    SCMP_SYS(setresuid),
    SCMP_SYS(setresgid),
    SCMP_SYS(setgroups),
    SCMP_SYS(setfsuid),
    SCMP_SYS(setfsgid),
    SCMP_SYS(shmget),
    SCMP_SYS(msgget),
    SCMP_SYS(semget),
    SCMP_SYS(mq_open),
    SCMP_SYS(memfd_create),
    SCMP_SYS(flock),
    SCMP_SYS(setpriority),
    SCMP_SYS(sched_setscheduler),
    SCMP_SYS(sched_setattr),
    SCMP_SYS(setrlimit),
    SCMP_SYS(chmod),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    fchmodat2,
    SCMP_SYS(chown),
    SCMP_SYS(fchown),
    SCMP_SYS(lchown),
    SCMP_SYS(fchownat),
    SCMP_SYS(utime),
    SCMP_SYS(utimes),
    SCMP_SYS(utimensat),
    SCMP_SYS(futimesat),
    SCMP_SYS(truncate),
    SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr),
    SCMP_SYS(removexattr),
    SCMP_SYS(lremovexattr),
    setxattrat,
    removexattrat,
    // enter starts the program by execveat().
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(execve),
};

template <int Count>
int add(scmp_filter_ctx context, std::uint32_t action, const int (&calls)[Count]) {
    for (const int call : calls) {
        const int failed = seccomp_rule_add(context, action, call, 0);
        // Not every machine has every call: what it does not have, nobody can make.
        if (failed != 0 && failed != -EDOM && failed != -EFAULT) return failed;
    }
    return 0;
}

/// Threads are allowed, and what grader/child/main.cpp starts its scenarios with: children of enter's, who
/// waits for them. clone3() keeps its flags in memory, where no filter can look; without it the C library
/// calls clone().
int add_processes(scmp_filter_ctx context) {
    const scmp_arg_cmp neither{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_PARENT, 0};
    int failed = seccomp_rule_add(context, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, neither);
    if (failed == 0) failed = seccomp_rule_add(context, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    const scmp_arg_cmp by_path{4, SCMP_CMP_NE, AT_EMPTY_PATH, 0};
    if (failed == 0)
        failed = seccomp_rule_add(context, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(execveat), 1, by_path);
    return failed;
}

int fill(scmp_filter_ctx context, Filter filter) {
    if (const int failed = add(context, SCMP_ACT_KILL_PROCESS, attacks); failed != 0) return failed;
    if (const int failed = add(context, SCMP_ACT_ERRNO(EPERM), refused_to_all); failed != 0) return failed;
    if (filter == Filter::compile) return 0;
    if (const int failed = add(context, SCMP_ACT_ERRNO(EPERM), refused_to_submissions); failed != 0)
        return failed;
    // getrlimit() is a prlimit64, too: only one that sets something is refused.
    const scmp_arg_cmp sets_something{2, SCMP_CMP_NE, 0, 0};
    if (const int failed =
            seccomp_rule_add(context, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, sets_something);
        failed != 0)
        return failed;
    return add_processes(context);
}

}  // namespace

bool load_filter(Filter filter) {
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_ALLOW);
    if (context == nullptr) {
        errno = ENOMEM;
        return false;
    }
    int failed = fill(context, filter);
    if (failed == 0) failed = seccomp_load(context);
    seccomp_release(context);
    errno = -failed;
    return failed == 0;
}
