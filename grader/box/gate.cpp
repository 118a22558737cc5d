#include "grader/box/gate.hpp"

#include "grader/box/descriptor_passing.hpp"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace {

/// The kernel does not reuse the number of a child before we have waited for it.
bool is_child(pid_t process) {
    siginfo_t facts{};
    return ::waitid(P_PID, static_cast<id_t>(process), &facts, WEXITED | WNOHANG | WNOWAIT) == 0;
}

/// In case the soft limit is low. The command gets its own limits.
void allow_many_descriptors() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > gate_descriptor) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

bool send_listener(int listener) {
    const bool sent = send_descriptor(gate_descriptor, listener);
    ::close(gate_descriptor);
    ::close(listener);
    return sent;
}

bool Gate::open() {
    allow_many_descriptors();
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    ours_ = ends[0];
    const bool placed = ::dup3(ends[1], gate_descriptor, O_CLOEXEC) >= 0;
    ::close(ends[1]);
    return placed;
}

bool Gate::answer(bool scenario_alive) {
    if (listener_ < 0) {
        listener_ = receive_descriptor(ours_);  // closes the socket
        ours_ = -1;
        return false;
    }
    seccomp_notif call{};
    if (::ioctl(listener_, SECCOMP_IOCTL_NOTIF_RECV, &call) != 0) return false;  // a signal came in between
    const bool is_clone = call.data.nr == SYS_clone;
    const bool allowed = is_clone ? !scenario_alive : is_child(static_cast<pid_t>(call.data.args[0]));
    seccomp_notif_resp reply{};
    reply.id = call.id;
    reply.error = allowed ? 0 : -EPERM;
    reply.flags = allowed ? SECCOMP_USER_NOTIF_FLAG_CONTINUE : 0;
    return ::ioctl(listener_, SECCOMP_IOCTL_NOTIF_SEND, &reply) == 0 && is_clone && allowed;
}

void Gate::close() {
    if (const int left = waits_for(); left >= 0) ::close(left);
    ours_ = listener_ = -1;
}
