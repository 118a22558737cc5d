#include "grader/box/system_call_filter.hpp"

#include "grader/box/gate.hpp"
#include "grader/box/system_calls.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>

#include <cerrno>
#include <csignal>
#include <cstdint>

// Theory of operation
//
// For a submission the filter lists what is allowed. Any other call fails with ENOSYS, as on an older kernel,
// so that an unknown C library can do without it. A compiler's filter lists the refused calls: we do not know
// which calls clang, g++, their linkers and their next versions make, so a call missing from a list of
// allowed ones would be our fault. None of the student's code runs there.
//
// Two calls are decided by `enter` each time (gate.hpp): the clone() of a scenario, and tgkill().

namespace {

constexpr scmp_datum_t low_half = 0xffffffff;  // of an argument that the kernel takes as an int

/// Only an attack makes namespaces: in its own namespace a process has every right. CLONE_NEWTIME is left
/// out, since clone() takes its bit for a part of the signal.
constexpr scmp_datum_t namespaces[] = {
    CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET,
};

/// Not allowed: F_SETFL could remove O_APPEND from the output that all scenarios share. F_SETOWN and F_SETSIG
/// make the kernel send signals to other processes. Locks and leases would stay on the output.
constexpr scmp_datum_t allowed_fcntl[] = {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL};
constexpr scmp_datum_t refused_fcntl[] = {F_SETFL, F_SETOWN, F_SETSIG, F_SETOWN_EX};

/// To ask whether it is a terminal, and for close-on-exec. Other ioctls have the effects of F_SETOWN and
/// F_SETFL.
constexpr scmp_datum_t allowed_ioctl[] = {TCGETS, TIOCGWINSZ, FIONREAD, FIOCLEX, FIONCLEX};

/// What the C library and grader/child set or ask for their own process.
constexpr scmp_datum_t allowed_prctl[] = {
    PR_SET_NAME,     PR_GET_NAME,     PR_SET_PDEATHSIG, PR_GET_PDEATHSIG,    PR_SET_SECCOMP,
    PR_GET_SECCOMP,  PR_GET_DUMPABLE, PR_SET_DUMPABLE,  PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS,
    PR_CAPBSET_READ, 0x53564d41,  // PR_SET_VMA, which names memory; newer than some headers
};

/// Keeps the first failure, so that rules can be added one after the other.
class Rules {
public:
    explicit Rules(scmp_filter_ctx context) : context_(context) {}

    void add(std::uint32_t action, int call) { keep(seccomp_rule_add(context_, action, call, 0)); }
    void add(std::uint32_t action, int call, scmp_arg_cmp when) {
        keep(seccomp_rule_add(context_, action, call, 1, when));
    }
    template <int Count>
    void add(std::uint32_t action, const int (&calls)[Count]) {
        for (const int call : calls) add(action, call);
    }
    /// Only where the argument has one of these values.
    template <int Count>
    void add(std::uint32_t action, int call, unsigned argument, const scmp_datum_t (&values)[Count]) {
        for (const scmp_datum_t value : values)
            add(action, call, {argument, SCMP_CMP_MASKED_EQ, low_half, value});
    }

    int failed() const { return failed_; }

private:
    void keep(int failed) {
        // Not every machine has every call; a call that does not exist needs no rule.
        if (failed != 0 && failed != -EDOM && failed != -EFAULT && failed_ == 0) failed_ = failed;
    }

    scmp_filter_ctx context_;
    int failed_ = 0;
};

constexpr std::uint32_t refused = SCMP_ACT_ERRNO(EPERM);
constexpr std::uint32_t not_there = SCMP_ACT_ERRNO(ENOSYS);

void add_namespaces(Rules& rules) {
    for (const scmp_datum_t one : namespaces)
        rules.add(SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, one, one});
}

/// A compiler makes processes and signals them. It does not need the calls named here.
void fill_for_compiler(Rules& rules) {
    rules.add(SCMP_ACT_KILL_PROCESS, attacks);
    rules.add(refused, refused_to_all);
    add_namespaces(rules);
    rules.add(refused, SCMP_SYS(fcntl), 1, {F_SETOWN, F_SETSIG, F_SETOWN_EX});
    rules.add(not_there, SCMP_SYS(clone3));  // it has its flags in memory, where no filter can look
}

/// Threads may be made freely. Only grader/child/main.cpp makes processes, in this one way, about which the
/// kernel asks `enter`. Every other use of clone(), and all of clone3(), which has its flags in memory, fails
/// with ENOSYS: the C library then makes its threads by clone(). If the kernel cannot ask `enter`, there are
/// no scenarios, and tgkill() is allowed, because abort() needs it.
void add_processes(Rules& rules, bool gated) {
    scmp_datum_t any = CLONE_THREAD;
    for (const scmp_datum_t one : namespaces) any |= one;
    add_namespaces(rules);
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, any, CLONE_THREAD});
    if (gated) {
        rules.add(SCMP_ACT_NOTIFY, SCMP_SYS(clone),
                  {0, SCMP_CMP_EQ, CLONE_PARENT | CLONE_PIDFD | SIGCHLD, 0});
    }
    rules.add(gated ? SCMP_ACT_NOTIFY : SCMP_ACT_ALLOW, SCMP_SYS(tgkill));
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(execveat), {4, SCMP_CMP_EQ, AT_EMPTY_PATH, 0});
}

void fill_for_submission(Rules& rules, bool repeatable, bool gated) {
    rules.add(SCMP_ACT_KILL_PROCESS, attacks);
    rules.add(refused, refused_to_all);
    rules.add(refused, refused_to_submissions);
    rules.add(SCMP_ACT_ALLOW, allowed_to_submissions);
    add_processes(rules, gated);
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, allowed_fcntl);
    rules.add(refused, SCMP_SYS(fcntl), 1, refused_fcntl);
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, allowed_ioctl);
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(prctl), 0, allowed_prctl);
    // getrlimit() is a prlimit64, too: only one that sets something is refused.
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {2, SCMP_CMP_EQ, 0, 0});
    rules.add(refused, SCMP_SYS(prlimit64), {2, SCMP_CMP_NE, 0, 0});
    // Memory that processes share: one scenario would see what another has written.
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(mmap), {3, SCMP_CMP_MASKED_EQ, MAP_SHARED, 0});
    rules.add(refused, SCMP_SYS(mmap), {3, SCMP_CMP_MASKED_EQ, MAP_SHARED, MAP_SHARED});
    // All processes that have a file open share its position: so the output is like a pipe, which has none.
    rules.add(SCMP_ACT_ERRNO(ESPIPE), SCMP_SYS(lseek));
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(sendmsg), {0, SCMP_CMP_EQ, gate_descriptor, 0});
    if (!repeatable) rules.add(SCMP_ACT_ALLOW, SCMP_SYS(getrandom));
}

}  // namespace

bool load_filter(Filter filter, int* listener) {
    const bool for_submission = filter != Filter::compile;
    scmp_filter_ctx context = seccomp_init(for_submission ? not_there : SCMP_ACT_ALLOW);
    if (context == nullptr) {
        errno = ENOMEM;
        return false;
    }
    Rules rules(context);
    if (for_submission) {
        fill_for_submission(rules, filter == Filter::repeatable_run, listener != nullptr);
    } else {
        fill_for_compiler(rules);
    }
    int failed = rules.failed();
    if (failed == 0) failed = seccomp_load(context);
    if (failed == 0 && for_submission && listener != nullptr) *listener = seccomp_notify_fd(context);
    seccomp_release(context);
    errno = -failed;
    return failed == 0;
}
