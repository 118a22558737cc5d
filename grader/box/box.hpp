#pragma once

#include "grader/box/limits.hpp"
#include "runtime/io/process.hpp"

#include <optional>
#include <string>
#include <vector>

namespace grader {

class Sandbox;

/// How a program is kept from the rest of the machine. Found out by trying: see detect_containment().
struct Containment {
    /// No sandbox: only system calls and rlimits are limited.
    Containment();

    const Sandbox* sandbox;  ///< one of sandboxes() (sandbox.hpp)
    /// We are root, and the program runs as an unused user id: root's processes cannot be limited
    /// (setrlimit(2)).
    bool spare_user = false;

    /// For the verdict, such as {"bubblewrap", "seccomp", "rlimits"}.
    std::vector<std::string> words() const;
};

/// How much of the machine's own software a boxed program sees, and which system calls it may make
/// (system_call_filter.hpp).
enum class SystemFiles {
    libraries,  ///< what a program needs to start: /lib*, /usr/lib*
    all         ///< what a compiler needs: also /usr/bin, /usr/include and the rest of /usr
};

/// What a boxed program sees and may use. Without a sandbox the limits still apply, but the program sees the
/// whole machine.
struct Box {
    explicit Box(const Limits& its_limits) : limits(its_limits) {}

    Limits limits;
    SystemFiles system = SystemFiles::libraries;
    std::vector<std::string> readable;  ///< files and folders, absolute; at their own paths, read-only
    std::string work_folder;  ///< absolute; the only writable folder, and its working directory. Or empty
    std::vector<std::string> environment;            ///< KEY=VALUE; nothing is inherited
    std::vector<aio::PassedDescriptor> descriptors;  ///< as in aio::ProcessOptions
    /// The number, in the box, of a stream socket that delivers the descriptor of the program to run. `enter`
    /// waits for it and starts the program without an environment; the command only names the program. So a
    /// box can be made before its program.
    std::optional<int> program_socket;
    bool repeatable = false;  ///< random numbers, too, are the same in every run: see grader/child/README.md
    std::optional<int> core;  ///< the one processor core to run on
    /// Set by BoxedProcess: the descriptor on which `enter` reports how processes ended (box_report.hpp).
    /// Without it there is no report.
    std::optional<int> reports;
};

/// The process that runs `command` (command[0] is an absolute path) in the box: its own process group, with
/// the limits set. It is killed, with all processes that it started, when the grader dies.
aio::ProcessOptions boxed(const Box& box, const Containment& containment,
                          const std::vector<std::string>& command);

}  // namespace grader
