#pragma once

#include "grader/box/box.hpp"
#include "grader/box/box_report.hpp"
#include "runtime/coroutine.hpp"
#include "runtime/io/pipe.hpp"
#include "runtime/io/process.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace grader {

/// The box could not be made, its command could not be started, or something killed them from outside: a
/// fault of the grader.
class BoxError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A command in a box, and the reports of `enter` on it. The destructor kills everything in the box.
class BoxedProcess {
public:
    /// Starts the command. Sets Box::reports itself. Throws std::system_error when this machine cannot start
    /// a process.
    BoxedProcess(Box box, const Containment& containment, const std::vector<std::string>& command);

    /// Waits for the next report of `enter`; nothing after kill(). Throws BoxError when the box or its
    /// command could not be started, or something else has killed them.
    aio::Coroutine<std::optional<BoxReport>> next_report();

    /// Waits for the command's end, and skips other reports. Gives nothing, or throws, in the same cases as
    /// next_report().
    aio::Coroutine<std::optional<BoxReport>> command_ended();

    /// Waits until every process of the box has ended.
    aio::Coroutine<> gone();

    /// Kills everything in the box.
    void kill();
    bool killed() const { return killed_; }

private:
    // Both ends live until the box has its copy; then our copy of the box's end must be closed.
    struct Ends {
        aio::Stream ours;
        aio::Descriptor boxs;
    };
    BoxedProcess(Box box, const Containment& containment, const std::vector<std::string>& command, Ends ends);

    [[noreturn]] void throw_gone(const aio::ExitStatus& status);

    const Sandbox* sandbox_;
    bool told_ = false;    // whether any report has come
    bool killed_ = false;  // by us
    aio::Stream reports_;
    aio::Process process_;
};

}  // namespace grader
