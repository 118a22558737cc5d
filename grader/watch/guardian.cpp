#include "grader/watch/guardian.hpp"

#include "grader/watch/terminal.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace grader {

namespace {

constexpr std::array passed_on{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

volatile std::sig_atomic_t child = 0;

void pass_on(int signal) {
    if (child > 0) ::kill(child, signal);
}

/// Waits for the child, and passes signals on to it. Gives its status.
int wait_for(pid_t process) {
    child = process;
    struct sigaction action{};
    action.sa_handler = pass_on;
    for (const int signal : passed_on) ::sigaction(signal, &action, nullptr);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    child = 0;
    return status;
}

}  // namespace

int with_guardian(const std::function<int()>& work) {
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    termios before{};
    if (terminal < 0 || ::tcgetattr(terminal, &before) != 0) return work();
    const pid_t guardian = ::getpid();
    const pid_t process = ::fork();
    if (process <= 0) {
        ::close(terminal);
        if (process < 0) return work();  // then without one
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        return ::getppid() == guardian ? work() : 128 + SIGTERM;
    }
    const int status = wait_for(process);
    ::tcsetattr(terminal, TCSADRAIN, &before);
    if (WIFSIGNALED(status)) Terminal::give_back(terminal);
    ::close(terminal);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace grader
