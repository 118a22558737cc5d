// enter [NAME=VALUE…] -- COMMAND…: the first program in every box, and the only one in there that is trusted.
//
//   parent=PID            dies, with all it has started, when its parent does; PID is the parent it must have
//   core=NUMBER           stays on that processor core
//   reports=DESCRIPTOR    see below; without it, it becomes the command itself
//   spare_user            the command runs as an unused user id, which gets its writable folders
//   filter=run|compile    the system calls that system_call_filter.hpp leaves
//   landlock              of all files only those named by the next two
//   read=PATH, write=FOLDER
//   repeatable            the command finds the same chance in every run
//   program=DESCRIPTOR    a socket: the program to become comes on it as a descriptor (unix(7), SCM_RIGHTS).
//                         The program gets no environment; the command's first word is only its name
//   cpu as data fsize nproc nofile =NUMBER   rlimits
//
// Theory of operation
//
// With reports= it forks. The child gives up the rights that the wishes name, and becomes the command. The
// parent waits for all of its children, and reports how each ended and what it used: the command, and the
// scenarios, which the command starts as children of `enter` (CLONE_PARENT, see grader/child/main.cpp). Only
// `enter` has the descriptor for its reports, and nothing in a box may send it a signal; so its reports are
// true. When the command has ended, it kills the remaining processes and exits. With --as-pid-1 it is process
// 1 of a bubblewrap box, and every process of the box ends with it. Elsewhere it kills its process group,
// which a boxed program cannot leave (system_call_filter.hpp).
//
// It also decides about the calls that the filter leaves to it (gate.hpp): above all that no second scenario
// is alive.
//
// Started often and linked statically: it uses nothing of the C++ library. Exit code 125: our fault.

#include "grader/box/box_report.hpp"
#include "grader/box/confine.hpp"
#include "grader/box/gate.hpp"
#include "grader/box/start_bytes.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>

namespace {

using grader::BoxReport;

constexpr int our_fault = 125;

/// Optional: if this fails, everything works, only slower.
void stay_on_core(int core) {
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(static_cast<unsigned>(core), &cores);
    ::sched_setaffinity(0, sizeof cores, &cores);
}

void kill_all(int) { ::kill(0, SIGKILL); }

void tell(int reports, const BoxReport& report) {
    if (::write(reports, &report, sizeof report) != sizeof report) kill_all(0);  // the grader has gone
}

int tell_fault(int reports, const char* what) {
    BoxReport report;
    report.code = errno;
    std::strncpy(report.what, what, sizeof report.what - 1);
    if (reports >= 0) {
        tell(reports, report);
    } else {
        std::fprintf(stderr, "enter: %s: %s\n", what, std::strerror(report.code));
    }
    return our_fault;
}

/// Becomes the command, or ends.
int run_command(const Wishes& wishes, int reports) {
    const char* what = become(wishes);
    return what == nullptr ? our_fault : tell_fault(reports, what);
}

BoxReport report_on(pid_t process, pid_t command, int how, const rusage& used) {
    const auto microseconds = [](const timeval& time) { return time.tv_sec * 1'000'000L + time.tv_usec; };
    BoxReport report;
    report.kind = process == command ? BoxReport::command_ended : BoxReport::other_ended;
    report.code = WIFEXITED(how) ? WEXITSTATUS(how) : 0;
    report.signal = WIFSIGNALED(how) ? WTERMSIG(how) : 0;
    report.cpu_us = microseconds(used.ru_utime) + microseconds(used.ru_stime);
    report.max_rss_kb = used.ru_maxrss;
    return report;
}

/// Whether this machine still lets us make a process.
bool can_fork() {
    const pid_t process = ::fork();
    if (process == 0) ::_exit(0);
    if (process > 0) ::waitpid(process, nullptr, 0);
    return process > 0;
}

void close_all_but(int one, int other) {
    const int low = one < other ? one : other;
    const int high = one < other ? other : one;
    if (low > 0) ::close_range(0, static_cast<unsigned>(low) - 1, 0);
    if (high > low + 1) ::close_range(static_cast<unsigned>(low) + 1, static_cast<unsigned>(high) - 1, 0);
    ::close_range(static_cast<unsigned>(high) + 1, UINT_MAX, 0);
}

/// Makes a descriptor from which SIGCHLD can be read.
int open_ends() {
    sigset_t child_ended;
    ::sigemptyset(&child_ended);
    ::sigaddset(&child_ended, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &child_ended, nullptr);
    return ::signalfd(-1, &child_ended, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// Waits for all, tells of all, until the command has ended.
class Watch {
public:
    Watch(pid_t command, int reports, Gate& gate) : command_(command), reports_(reports), gate_(gate) {}

    void until_command_ends() {
        const int ends = open_ends();
        if (ends < 0) {
            tell_fault(reports_, "signalfd");
            return;
        }
        // Ends come before calls: a program may ask for the next scenario as soon as the last has ended.
        while (tell_of_ended()) {
            pollfd waited_for[] = {{ends, POLLIN, 0}, {gate_.waits_for(), POLLIN, 0}};
            if (::poll(waited_for, 2, -1) < 0) continue;
            signalfd_siginfo read{};
            if (waited_for[0].revents != 0 && ::read(ends, &read, sizeof read) < 0) continue;
            if (waited_for[1].revents == 0) continue;
            if (!tell_of_ended()) return;
            if ((waited_for[1].revents & POLLIN) == 0) {
                gate_.close();
            } else if (gate_.answer(scenario_alive_)) {
                scenario_alive_ = true;
            }
        }
    }

private:
    /// Tells of all that have ended by now. False when the command is one of them.
    bool tell_of_ended() {
        for (;;) {
            int how = 0;
            rusage used{};
            const pid_t ended = ::wait4(-1, &how, __WALL | WNOHANG, &used);
            if (ended < 0 && errno == EINTR) continue;
            if (ended < 0) return false;
            if (ended == 0) return true;
            if (WIFSTOPPED(how)) {
                fix_start_bytes(ended, how);
                continue;
            }
            const BoxReport report = report_on(ended, command_, how, used);
            // The command exits with an error if it cannot make a process. Its own limit may be the cause, so
            // we try a fork ourselves.
            if (ended == command_ && report.code != 0 && !can_fork()) tell_fault(reports_, "fork");
            tell(reports_, report);
            if (ended == command_) return false;
            scenario_alive_ = false;
        }
    }

    pid_t command_;
    int reports_;
    Gate& gate_;
    bool scenario_alive_ = false;
};

}  // namespace

int main(int count, char** arguments) {
    const Wishes wishes(count, arguments);
    const int reports = wishes.number("reports");
    errno = EINVAL;
    if (wishes.command() == nullptr) return tell_fault(reports, "no command");
    if (const int core = wishes.number("core"); core >= 0) stay_on_core(core);
    if (reports < 0) return run_command(wishes, reports);

    ::fcntl(reports, F_SETFD, FD_CLOEXEC);
    // If `enter` was started by hand, the group would otherwise contain processes that are not ours.
    if (::getpgrp() != ::getpid()) ::setpgid(0, 0);
    if (const int parent = wishes.number("parent"); parent >= 0) {
        // The command does not inherit this: exec resets handlers. Process 1 does not need it, because
        // nothing else in the box can signal it.
        std::signal(SIGTERM, kill_all);
        ::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
        // The grader may have died before that line: then nothing would ever kill us.
        if (parent != ::getppid()) return our_fault;
    }
    Gate gate;
    if (!gate.open()) return tell_fault(reports, "the gate");
    const pid_t command = ::fork();
    if (command == 0) ::_exit(run_command(wishes, reports));
    if (command < 0) return tell_fault(reports, "fork");
    std::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    // Pipes end only when every copy is closed, so we close ours.
    close_all_but(reports, gate.kept());
    Watch(command, reports, gate).until_command_ends();
    kill_all(0);
    return 0;
}
