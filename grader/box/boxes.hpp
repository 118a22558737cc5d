#pragma once

#include "grader/box/box.hpp"
#include "runtime/io/descriptor.hpp"
#include "runtime/io/process.hpp"

#include <string>
#include <vector>

namespace grader {

/// The box of a compiler and a linker, or of a question to one of them. `work_folder`: as Box::work_folder.
Box compiler_box(const Limits& limits, const std::string& work_folder = {});

/// The box of a submission. It can be made ahead of its program, which send_program() hands to it: see
/// Box::program_socket.
struct ProgramBox {
    /// `needed`: what the box must show for the program to start, besides itself. Throws std::system_error
    /// when there are too many descriptors.
    ProgramBox(const Limits& limits, std::vector<std::string> needed,
               std::vector<aio::PassedDescriptor> descriptors);

    Box box;
    aio::Descriptor our_end;   ///< of the socket
    aio::Descriptor boxs_end;  ///< to be closed here when the box has started
};

/// Passes the executable at `path` to the box, so the box need not show that file. If the box has already
/// ended, nothing is sent; its report says how it ended. Throws std::system_error when there is no such file.
void send_program(const aio::Descriptor& our_end, const std::string& path);

}  // namespace grader
