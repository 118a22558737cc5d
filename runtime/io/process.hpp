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
    int code = 0;    ///< what it returned or gave to exit()
    int signal = 0;  ///< what killed it, or 0
};

/// A descriptor of ours that a child gets under a number of its own.
struct PassedDescriptor {
    int child;
    int ours;
};

/// What to start, and how.
struct ProcessOptions {
    ProcessOptions() = default;  // no aggregate: g++ 12 destroys those twice as a coroutine's parameter

    /// The program and its arguments. Without a slash the program is looked up in our PATH; a relative path
    /// is seen from working_directory.
    std::vector<std::string> command;

    /// KEY=VALUE. The child's whole environment: nothing is inherited.
    std::vector<std::string> environment;

    std::string working_directory;  ///< ours when empty

    /// Every other descriptor is closed in the child; 0, 1 and 2 are /dev/null where nothing else is said.
    /// They stay ours to close.
    std::vector<PassedDescriptor> descriptors;

    /// In a session, and so in a process group, of its own; kill() then means all of the group.
    bool own_group = false;
};

/// A child process. It does not outlive this object: what still runs then is killed, and so it is when run()
/// ends.
class Process {
public:
    /// Starts it. Throws std::system_error with the program's name when that is not possible, RuntimeError
    /// outside run(). When this returns the program runs: a missing one throws, too.
    explicit Process(const ProcessOptions& options);
    Process(Process&& other) noexcept;
    Process& operator=(Process&& other) noexcept;
    ~Process();

    /// Waits until it has ended. Any number may wait, and also afterwards. Cancelling the wait lets the
    /// process run.
    Coroutine<ExitStatus> wait();

    /// Sends a signal. Nothing happens when it has ended. Throws std::system_error when we may not, or there
    /// is no such signal.
    void kill(int signal);

    int pid() const noexcept;

private:
    detail::Reference<detail::ProcessState> state_;
};

}  // namespace aio
