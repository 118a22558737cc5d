#pragma once

#include "grader/box/box.hpp"
#include "runtime/coroutine.hpp"
#include "runtime/duration.hpp"

#include <string>
#include <vector>

namespace grader {

/// How a boxed program ended.
struct Ended {
    // A constructor, because g++ 12 destroys an aggregate twice if it is a coroutine's result.
    Ended() = default;

    int exit_code = 0;
    int signal = 0;  ///< what killed it, or 0; also when it exits with 128 and a signal's number, as sh does
    bool wall_limited = false;    ///< it was killed because its real time was over
    bool cpu_limited = false;     ///< the kernel killed it for its CPU time
    bool output_limited = false;  ///< there was more output than Limits::output_bytes
    std::string standard_output;
    std::string standard_error;
    aio::Duration took{};  ///< real time
    aio::Duration cpu{};   ///< processor time, with that of the children it has waited for
    std::string fault;     ///< a fault of the grader: why it could not be run; empty when it was run

    bool ok() const { return fault.empty() && signal == 0 && exit_code == 0 && !wall_limited; }
};

/// Runs `command` (command[0] is an absolute path) in the box until it ends or its time is over; then no
/// process of it is left. Collects standard output and standard error, unless Box::descriptors names them.
aio::Coroutine<Ended> run_boxed(Box box, Containment containment, std::vector<std::string> command);

}  // namespace grader
