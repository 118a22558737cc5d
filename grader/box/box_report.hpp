#pragma once

#include <cstdint>

// Included by `enter`, too, which uses nothing of the C++ library.

namespace grader {

/// A report of `enter` on its box. Only `enter` has the descriptor for it, because what a program in the box
/// reports about itself proves nothing. The struct is sent as it is in memory, since both ends are built
/// together.
struct BoxReport {
    enum Kind : std::int32_t {
        command_ended,  ///< the command; the box ends with it
        other_ended,    ///< another child of enter's: a scenario (grader/child/main.cpp)
        fault           ///< a fault of the grader: the command could not be started
    };

    Kind kind = fault;
    std::int32_t code = 0;    ///< exit code; for a fault errno
    std::int32_t signal = 0;  ///< what killed it, or 0
    std::int32_t padding = 0;
    std::int64_t cpu_us = 0;  ///< its processor time, and that of the children it has waited for
    std::int64_t max_rss_kb = 0;
    char what[96] = {};  ///< for a fault: the step that failed
};

}  // namespace grader
