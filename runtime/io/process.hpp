#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/loop/task_state.hpp"

#include <string>
#include <vector>

namespace aio {

namespace detail {
class ProcessState;
}

/// How a process ended.
struct ExitStatus {
    int code = 0;    ///< the value that it returned or passed to exit()
    int signal = 0;  ///< what killed it, or 0
};

/// A descriptor of this process, and its number in the child.
struct PassedDescriptor {
    int child;
    int ours;
};

/// What to start, and how.
struct ProcessOptions {
    // A constructor, because g++ 12 destroys an aggregate twice if it is a coroutine's parameter.
    ProcessOptions() = default;

    /// The program and its arguments. Without a slash the program is looked up in our PATH; a relative path
    /// is seen from working_directory.
    std::vector<std::string> command;

    /// KEY=VALUE. The child's whole environment: nothing is inherited.
    std::vector<std::string> environment;

    std::string working_directory;  ///< ours when empty

    /// Every other descriptor is closed in the child; 0, 1 and 2 are /dev/null unless they are listed here.
    /// The caller still closes its own descriptors.
    std::vector<PassedDescriptor> descriptors;

    /// Start it in its own session, and so in its own process group; kill() then signals the whole group.
    bool own_group = false;
};

/// A child process. If it still runs when this object is destroyed, or when run() ends, it is killed.
class Process {
public:
    /// Starts it. Throws std::system_error with the program's name if that is not possible, RuntimeError
    /// outside run(). When this returns, the program runs: a missing program throws, too.
    explicit Process(const ProcessOptions& options);
    Process(Process&& other) noexcept;
    Process& operator=(Process&& other) noexcept;
    ~Process();

    /// Waits until it has ended. Any number of tasks may wait, also after its end. Cancelling the wait lets
    /// the process run.
    Coroutine<ExitStatus> wait();

    /// Sends a signal. No effect if the process has ended. Throws std::system_error if that is not permitted,
    /// or there is no such signal.
    void kill(int signal);

    int pid() const noexcept;

private:
    detail::Reference<detail::ProcessState> state_;
};

}  // namespace aio
