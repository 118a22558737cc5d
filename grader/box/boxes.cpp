#include "grader/box/boxes.hpp"

#include "grader/box/descriptor_passing.hpp"

#include <fcntl.h>
#include <sys/socket.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace grader {

namespace {

constexpr int program_descriptor = 5;  // in the box

}  // namespace

Box compiler_box(const Limits& limits, const std::string& work_folder) {
    Box box(limits);
    box.system = SystemFiles::all;
    box.work_folder = work_folder;
    // The driver writes that date into the commands that a kit keeps (grader/compile/exercise_recipe.cpp).
    box.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C", "SOURCE_DATE_EPOCH=0"};
    if (!work_folder.empty()) box.environment.push_back("TMPDIR=" + work_folder);
    return box;
}

ProgramBox::ProgramBox(const Limits& limits, std::vector<std::string> needed,
                       std::vector<aio::PassedDescriptor> descriptors)
    : box(limits) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        throw std::system_error(errno, std::generic_category(), "socketpair");
    }
    our_end = aio::Descriptor(ends[0]);
    boxs_end = aio::Descriptor(ends[1]);
    box.readable = std::move(needed);
    box.descriptors = std::move(descriptors);
    box.descriptors.push_back({program_descriptor, boxs_end.get()});
    box.program_socket = program_descriptor;
}

void send_program(const aio::Descriptor& our_end, const std::string& path) {
    const aio::Descriptor program(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (program.get() < 0) throw std::system_error(errno, std::generic_category(), path);
    send_descriptor(our_end.get(), program.get());
}

}  // namespace grader
