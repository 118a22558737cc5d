#include "grader/child/no_processes.hpp"

#include "grader/child/filter_lines.hpp"
#include "grader/child/system_call.hpp"

#include <linux/audit.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>

namespace child {

namespace {

constexpr unsigned refuse(int error) {
    return SECCOMP_RET_ERRNO | (static_cast<unsigned>(error) & SECCOMP_RET_DATA);
}

}  // namespace

// The box's filter already refuses foreign architectures. clone3() hides its flags in memory, where no filter
// can look: ENOSYS makes the C library fall back to clone(). Signals may go only to its own threads: the
// box's filter cannot know this process's number.
void forbid_processes() {
    const auto own = static_cast<unsigned>(system_call(SYS_getpid));
    sock_filter lines[] = {
        load(offsetof(seccomp_data, nr)),
        if_call(SYS_clone3),
        answer(refuse(ENOSYS)),
#ifdef SYS_fork
        if_call(SYS_fork),
        answer(refuse(EPERM)),
        if_call(SYS_vfork),
        answer(refuse(EPERM)),
#endif
        if_call(SYS_execve),
        answer(refuse(EPERM)),
        if_call(SYS_execveat),
        answer(refuse(EPERM)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_tgkill, 0, 4),
        load(offsetof(seccomp_data, args[0])),
        if_call(own),
        answer(SECCOMP_RET_ALLOW),
        answer(refuse(EPERM)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 1, 0),
        answer(SECCOMP_RET_ALLOW),
        load(offsetof(seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1),
        answer(SECCOMP_RET_ALLOW),
        answer(refuse(EPERM)),
    };
    const sock_fprog program{sizeof lines / sizeof lines[0], lines};
    // If it fails, the box still contains the new processes.
    system_call(SYS_prctl, PR_SET_SECCOMP, SECCOMP_MODE_FILTER, address(&program));
}

}  // namespace child
